import { describe, expect, test } from 'vitest';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { type ExchangeOffice, exchangeOffice, introduce, meet, sendLetter } from './support/exchange-office.ts';
import { readWhole, takeIn } from './support/large-file.ts';
import { mailFolder } from './support/mail-folder.ts';

async function partners(shared: string): Promise<{ asks: ExchangeOffice; does: ExchangeOffice }> {
  const asks = await exchangeOffice('qingpu-arb');
  const does = await exchangeOffice('wujiang-arb', '320509');
  await introduce(asks, does, shared);
  await introduce(does, asks, shared);
  return { asks, does };
}

const size = 9_000_000;

describe('rule 14: a file is known inside the office by its plain bytes', () => {
  test('taken in again it is the same file, and a second letter with it hands nothing over again', async () => {
    const mail = mailFolder();
    const { asks, does } = await partners(mail.path);
    const file = await takeIn(asks, '台账.bin', size, 5);
    await sendLetter(asks, does, [file]);
    await asks.round();
    expect(mail.chunks()).toHaveLength(3);
    await meet(asks, does);
    expect(mail.chunks()).toEqual([]);
    const same = await takeIn(asks, '又一份台账.bin', size, 5);
    expect(same.manifest).toBe(file.manifest);
    const second = await sendLetter(asks, does, [same]);
    await asks.round();
    expect(mail.chunks()).toEqual([]);
    await meet(asks, does);
    const shown = await does.ask('request.get', { request: second });
    expect(shown.files).toMatchObject([{ manifest: file.manifest, have: 3, of: 3 }]);
    expect(await readWhole(does, file.manifest)).toBe(await readWhole(asks, file.manifest));
  });

  test('a stick carries nothing of it for the second letter either', async () => {
    const { asks, does } = await partners('');
    const [there, back, again] = [tempFolder(), tempFolder(), tempFolder()];
    const file = await takeIn(asks, '台账.bin', size, 6);
    await sendLetter(asks, does, [file]);
    const { lines } = await asks.ask('courier.export', { folder: there });
    expect(lines).toMatchObject([{ files: 1 }]);
    await does.ask('courier.import', { folder: there });
    await does.ask('courier.export', { folder: back });
    await asks.ask('courier.import', { folder: back });
    await sendLetter(asks, does, [file]);
    expect((await asks.ask('courier.export', { folder: again })).lines).toMatchObject([{ files: 0 }]);
  });

  test('two offices have nothing in common: the same bytes are another file with another key', async () => {
    const { asks, does } = await partners('');
    const [ours, theirs] = [await takeIn(asks, '台账.bin', size, 7), await takeIn(does, '台账.bin', size, 7)];
    expect(ours.manifest).not.toBe(theirs.manifest);
  });
});
