import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ExchangeOffice, exchangeOffice, introduce, meet, sendLetter } from './support/exchange-office.ts';
import { readWhole, takeIn } from './support/large-file.ts';
import { type MailFolder, mailFolder } from './support/mail-folder.ts';

async function befriend(one: ExchangeOffice, other: ExchangeOffice, mail: MailFolder): Promise<void> {
  await introduce(one, other, mail.path);
  await introduce(other, one, mail.path);
}

async function partners(): Promise<{ asks: ExchangeOffice; does: ExchangeOffice; mail: MailFolder }> {
  const mail = mailFolder();
  const asks = await exchangeOffice('qingpu-arb');
  const does = await exchangeOffice('wujiang-arb', '320509');
  await befriend(asks, does, mail);
  return { asks, does, mail };
}

describe('chunks in a shared folder', () => {
  test('lie until the receipt of the office they are for says that the file is whole there', async () => {
    const { asks, does, mail } = await partners();
    const file = await takeIn(asks, '台账.bin', 9_000_000, 1);
    await sendLetter(asks, does, [file]);
    await asks.round();
    const lying = mail.chunks();
    expect(lying.length).toBeGreaterThan(1);
    // The other office has everything, but its word has not been read here yet.
    await does.round();
    expect(mail.chunks()).toEqual(lying);
    await meet(asks, does);
    expect(mail.chunks()).toEqual([]);
    expect(await readWhole(does, file.manifest)).toEqual(await readWhole(asks, file.manifest));
  });

  test('lie on when the office has signed for the letter and still misses a part of the file', async () => {
    const { asks, does, mail } = await partners();
    const file = await takeIn(asks, '台账.bin', 9_000_000, 2);
    const request = await sendLetter(asks, does, [file]);
    await asks.round();
    const [first, ...others] = mail.chunks();
    writeFileSync(first ?? '', 'torn');
    await does.round();
    await asks.round();
    expect((await asks.ask('request.get', { request })).row.word).toBe('receipted');
    expect(mail.chunks()).toEqual([first, ...others]);
    await meet(asks, does);
    await meet(asks, does);
    expect(mail.chunks()).toEqual([]);
    expect(await readWhole(does, file.manifest)).toEqual(await readWhole(asks, file.manifest));
  });

  test('of a file for two offices lie until both have it', async () => {
    const { asks, does, mail } = await partners();
    const other = await exchangeOffice('jiashan-arb', '330421');
    await befriend(asks, other, mail);
    const file = await takeIn(asks, '台账.bin', 5_000_000, 3);
    await sendLetter(asks, does, [file]);
    await sendLetter(asks, other, [file]);
    await meet(asks, does);
    expect((await does.ask('sync.status', {})).partners).toMatchObject([{ filesMissing: 0 }]);
    expect(mail.chunks().length).toBeGreaterThan(1);
    await meet(asks, other);
    expect(mail.chunks()).toEqual([]);
    expect(await readWhole(other, file.manifest)).toEqual(await readWhole(asks, file.manifest));
  });

  test('of another office are never taken away, nor what nobody here knows', async () => {
    const { asks, does, mail } = await partners();
    const file = await takeIn(asks, '台账.bin', 5_000_000, 4);
    await sendLetter(asks, does, [file]);
    const foreign = join(mail.path, 'chunks', 'ab', `ab${'0'.repeat(62)}`);
    mkdirSync(join(mail.path, 'chunks', 'ab'), { recursive: true });
    writeFileSync(foreign, 'of somebody else');
    await asks.round();
    const lying = mail.chunks();
    for (let round = 0; round < 3; round += 1) await does.round();
    expect(mail.chunks()).toEqual(lying);
    await meet(asks, does);
    expect(mail.chunks()).toEqual([foreign]);
  });
});

describe('what a killed writer left in a shared folder', () => {
  test('goes in a round once it is more than a day old, and not before', async () => {
    const { asks, does, mail } = await partners();
    await sendLetter(asks, does);
    await asks.round();
    const name = `${'0'.repeat(64)}.xb`;
    const [old, young] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'].map((end) =>
      join(mail.path, 'inbox', does.id, `${name}.${end}.new`),
    ) as [string, string];
    for (const path of [old, young]) writeFileSync(path, 'half');
    utimesSync(old, new Date('2026-03-10T00:00:00Z'), new Date('2026-03-10T00:00:00Z'));
    await asks.restart();
    await asks.round();
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  });
});
