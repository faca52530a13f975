import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeWithSmallDisk, smallDisk } from '#tests/store/support/small-disk.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import {
  digestOf,
  type ExchangeOffice,
  exchangeOffice,
  introduce,
  meet,
  type Request,
  requestsOf,
  sendLetter,
} from './support/exchange-office.ts';
import { readWhole, takeIn } from './support/large-file.ts';
import { type MailFolder, mailFolder } from './support/mail-folder.ts';

type Scene = { readonly asks: ExchangeOffice; readonly does: ExchangeOffice; readonly mail: MailFolder };

async function partners(shared: 'folder' | 'stick only' = 'folder'): Promise<Scene> {
  const mail = mailFolder();
  const asks = await exchangeOffice('qingpu-arb');
  const does = await exchangeOffice('wujiang-arb', '320509');
  const between = shared === 'folder' ? mail.path : '';
  await introduce(asks, does, between);
  await introduce(does, asks, between);
  return { asks, does, mail };
}

const wordOf = async (office: ExchangeOffice, request: Request): Promise<string> =>
  (await office.ask('request.get', { request })).row.word;

async function expectAgreed(asks: ExchangeOffice, does: ExchangeOffice, request: Request): Promise<void> {
  expect(await digestOf(does, request)).toBe(await digestOf(asks, request));
  expect(await wordOf(asks, request)).toBe('receipted');
}

describe('a shared folder', () => {
  test('that is not there keeps everything here, says so, and is used again when it returns', async () => {
    const { asks, does, mail } = await partners();
    renameSync(mail.path, `${mail.path}-away`);
    const request = await sendLetter(asks, does);
    await asks.round();
    expect(await wordOf(asks, request)).toBe('local');
    expect((await asks.ask('sync.status', {})).partners).toMatchObject([{ reachable: 'no', local: 1, sent: 0 }]);
    expect(existsSync(mail.path)).toBe(false);
    renameSync(`${mail.path}-away`, mail.path);
    await asks.round();
    expect(await wordOf(asks, request)).toBe('sent');
    await meet(asks, does);
    await expectAgreed(asks, does, request);
  });

  test('that vanishes between a letter and its file loses neither', async () => {
    const { asks, does, mail } = await partners();
    const file = await takeIn(asks, '台账.bin', 5_000_000, 1);
    // Chunks find a file where their folder should be: from the letter on, nothing more can be written.
    writeFileSync(join(mail.path, 'chunks'), 'in the way');
    const request = await sendLetter(asks, does, [file]);
    await meet(asks, does);
    expect(await requestsOf(does)).toEqual([request]);
    expect((await does.ask('sync.status', {})).partners).toMatchObject([{ filesMissing: 1 }]);
    rmSync(join(mail.path, 'chunks'));
    await meet(asks, does);
    expect((await does.ask('sync.status', {})).partners).toMatchObject([{ filesMissing: 0 }]);
    expect(await readWhole(does, file.manifest)).toEqual(await readWhole(asks, file.manifest));
    await expectAgreed(asks, does, request);
  });

  test('that was replaced by an empty one means nothing: what no receipt covers is written again', async () => {
    const { asks, does, mail } = await partners();
    const first = await sendLetter(asks, does);
    await meet(asks, does);
    const second = await sendLetter(asks, does);
    await asks.round();
    rmSync(mail.path, { recursive: true });
    mkdirSync(mail.path);
    await does.round();
    expect(await requestsOf(does)).toEqual([first]);
    expect(await wordOf(asks, first)).toBe('receipted');
    await meet(asks, does);
    expect(await requestsOf(does)).toEqual([first, second].toSorted());
    await expectAgreed(asks, does, second);
  });

  test('holds nothing of either office once both have everything, but their last receipts', async () => {
    const { asks, does, mail } = await partners();
    for (let letter = 0; letter < 3; letter += 1) {
      await sendLetter(asks, does);
      await meet(asks, does);
    }
    expect(mail.inbox(does.id).length).toBeLessThanOrEqual(1);
    expect(mail.inbox(asks.id).length).toBeLessThanOrEqual(1);
  });

  test('is tidied when it returns, though the receipt came by stick meanwhile', async () => {
    const { asks, does, mail } = await partners();
    const stick = tempFolder();
    const request = await sendLetter(asks, does);
    await asks.round();
    const given = mail.inbox(does.id).map(({ path }) => path);
    renameSync(mail.path, `${mail.path}-away`);
    await asks.ask('courier.export', { folder: stick });
    await does.ask('courier.import', { folder: stick });
    await does.ask('courier.export', { folder: stick });
    await asks.ask('courier.import', { folder: stick });
    await expectAgreed(asks, does, request);
    await asks.restart();
    renameSync(`${mail.path}-away`, mail.path);
    await asks.round();
    const left = mail.inbox(does.id).map(({ path }) => path);
    expect(left.filter((path) => given.includes(path))).toEqual([]);
    expect(left.length).toBeLessThanOrEqual(1);
  });

  test('holds a torn chunk only until the partner has asked for it', async () => {
    const { asks, does, mail } = await partners();
    const file = await takeIn(asks, '台账.bin', 9_000_000, 2);
    const request = await sendLetter(asks, does, [file]);
    await asks.round();
    const [first, second, third] = mail.chunks();
    for (const path of [first, third]) writeFileSync(path ?? '', 'torn');
    expect(second).toBeDefined();
    await does.round();
    expect((await does.ask('sync.status', {})).partners).toMatchObject([{ filesMissing: 1 }]);
    // Of several torn ones in a row each is doubted a word of the partner later than the one before.
    for (let time = 0; time < 2; time += 1) await meet(asks, does);
    expect(await readWhole(does, file.manifest)).toEqual(await readWhole(asks, file.manifest));
    await expectAgreed(asks, does, request);
  });
});

describe('a stick', () => {
  test('carries both ways without any folder, as often as one likes', async () => {
    const { asks, does } = await partners('stick only');
    const stick = tempFolder();
    const request = await sendLetter(asks, does);
    for (let time = 0; time < 2; time += 1) await asks.ask('courier.export', { folder: stick });
    expect(await wordOf(asks, request)).toBe('sent');
    for (let time = 0; time < 2; time += 1) await does.ask('courier.import', { folder: stick });
    await does.ask('request.register', { request, on: '2026-03-12' as never });
    await does.ask('courier.export', { folder: stick });
    const { lines, setAside } = await asks.ask('courier.import', { folder: stick });
    expect([setAside, lines.map(({ office }) => office)]).toEqual([0, ['wujiang-arb']]);
    await expectAgreed(asks, does, request);
    expect((await asks.ask('request.get', { request })).row.state).toBe('registered');
  });

  test('for two partners is read by each for itself and says what is for others', async () => {
    const { asks, does } = await partners('stick only');
    const other = await exchangeOffice('jiashan-arb', '330421');
    await introduce(asks, other, '');
    await introduce(other, asks, '');
    const stick = tempFolder();
    const [one, two] = [await sendLetter(asks, does), await sendLetter(asks, other)];
    await asks.ask('courier.export', { folder: stick });
    const taken = await does.ask('courier.import', { folder: stick });
    expect(taken.forOthers).toBeGreaterThan(0);
    expect(await requestsOf(does)).toEqual([one]);
    await other.ask('courier.import', { folder: stick });
    expect(await requestsOf(other)).toEqual([two]);
  });

  test('is refused when it is not there or its place is not a whole path; nothing is made', async () => {
    const { asks } = await partners('stick only');
    const gone = join(tempFolder(), 'gone');
    expect(await asks.refusal('courier.export', { folder: gone })).toMatchObject({ code: 'courier.no-folder' });
    expect(await asks.refusal('courier.import', { folder: gone })).toMatchObject({ code: 'courier.no-folder' });
    expect(await asks.refusal('courier.places', { under: gone })).toMatchObject({ code: 'courier.no-folder' });
    expect(existsSync(gone)).toBe(false);
    for (const call of ['courier.export', 'courier.import'] as const) {
      expect(await asks.refusal(call, { folder: 'stick' })).toMatchObject({ code: 'courier.folder-not-absolute' });
    }
  });

  test('with nothing on it is no failure, and pointing at the package itself is pointing at the stick', async () => {
    const { asks, does } = await partners('stick only');
    const stick = tempFolder();
    expect(await does.ask('courier.import', { folder: stick })).toMatchObject({ lines: [], setAside: 0, forOthers: 0 });
    expect(readdirSync(stick)).toEqual([]);
    const request = await sendLetter(asks, does);
    for (let time = 0; time < 2; time += 1) {
      await asks.ask('courier.export', { folder: time === 0 ? stick : join(stick, 'xieban-courier') });
    }
    expect(readdirSync(join(stick, 'xieban-courier'))).toEqual(['inbox']);
    await does.ask('courier.import', { folder: join(stick, 'xieban-courier') });
    expect(await requestsOf(does)).toEqual([request]);
  });

  test('with damaged and foreign files on it gives everything else', async () => {
    const { asks, does } = await partners('stick only');
    const stick = tempFolder();
    const request = await sendLetter(asks, does);
    await asks.ask('courier.export', { folder: stick });
    const mail = mailFolder(join(stick, 'xieban-courier'));
    mail.lay(does.id, Buffer.from('damaged'));
    mail.lay(does.id, Buffer.alloc(0));
    writeFileSync(join(stick, 'xieban-courier', 'inbox', does.id, 'holiday.jpg'), 'foreign');
    const taken = await does.ask('courier.import', { folder: stick });
    expect(taken.setAside).toBe(2);
    expect(await requestsOf(does)).toEqual([request]);
  });
});

describeWithSmallDisk('a stick pulled out or full midway', () => {
  test('is full at the file: the letter on it counts, writing again elsewhere completes it', async () => {
    const { asks, does } = await partners('stick only');
    const small = smallDisk(2_000);
    const file = await takeIn(asks, '台账.bin', 5_000_000, 3);
    const request = await sendLetter(asks, does, [file]);
    expect(await asks.refusal('courier.export', { folder: small.folder })).toMatchObject({ code: 'carrier.full' });
    await does.ask('courier.import', { folder: small.folder });
    expect(await requestsOf(does)).toEqual([request]);
    const large = tempFolder();
    expect(await asks.ask('courier.export', { folder: large })).toMatchObject({ verified: true });
    await does.ask('courier.import', { folder: large });
    expect(await readWhole(does, file.manifest)).toEqual(await readWhole(asks, file.manifest));
    await does.ask('courier.export', { folder: large });
    await asks.ask('courier.import', { folder: large });
    await expectAgreed(asks, does, request);
  });

  test('is read-only: nothing counts as given; what lies on it can be read', async () => {
    const { asks, does } = await partners('stick only');
    const { folder, makeReadOnly } = smallDisk(2_000);
    const first = await sendLetter(asks, does);
    await asks.ask('courier.export', { folder });
    makeReadOnly();
    const second = await sendLetter(asks, does);
    expect(await asks.refusal('courier.export', { folder })).toMatchObject({ code: 'carrier.read-only' });
    expect(await wordOf(asks, second)).toBe('local');
    await does.ask('courier.import', { folder });
    expect(await requestsOf(does)).toEqual([first]);
  });

  test('leaves a damaged package behind: writing again replaces it', async () => {
    const { asks, does } = await partners('stick only');
    const stick = tempFolder();
    const file = await takeIn(asks, '台账.bin', 100_000, 4);
    const request = await sendLetter(asks, does, [file]);
    await asks.ask('courier.export', { folder: stick });
    const mail = mailFolder(join(stick, 'xieban-courier'));
    for (const { path, bytes } of mail.inbox(does.id)) writeFileSync(path, Buffer.alloc(bytes.length));
    for (const path of mail.chunks()) writeFileSync(path, Buffer.alloc(100));
    expect(await asks.ask('courier.export', { folder: stick })).toMatchObject({ verified: true });
    await does.ask('courier.import', { folder: stick });
    expect(await requestsOf(does)).toEqual([request]);
    expect(await readWhole(does, file.manifest)).toEqual(await readWhole(asks, file.manifest));
    expect(readdirSync(stick)).toEqual(['xieban-courier']);
  });
});
