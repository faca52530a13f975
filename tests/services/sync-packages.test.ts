import { rmSync, truncateSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import type { ExchangeOffice, Request } from './support/exchange-office.ts';
import { digestOf, exchangeOffice, introduce, meet, requestsOf, sendLetter } from './support/exchange-office.ts';
import { type Lying, type MailFolder, mailFolder } from './support/mail-folder.ts';

type Scene = { readonly asks: ExchangeOffice; readonly does: ExchangeOffice; readonly mail: MailFolder };

async function partners(): Promise<Scene> {
  const mail = mailFolder();
  const asks = await exchangeOffice('qingpu-arb');
  const does = await exchangeOffice('wujiang-arb', '320509');
  await introduce(asks, does, mail.path);
  await introduce(does, asks, mail.path);
  return { asks, does, mail };
}

/** A letter that was given to the folder and not read yet; the largest package is the bundle. */
async function onItsWay({ asks, does, mail }: Scene): Promise<{ request: Request; bundle: Lying }> {
  const request = await sendLetter(asks, does);
  await asks.round();
  const [bundle] = mail.inbox(does.id).toSorted((a, b) => b.bytes.length - a.bytes.length);
  if (!bundle) throw new Error('nothing was given to the folder');
  return { request, bundle };
}

async function expectArrived({ asks, does }: Scene, request: Request): Promise<void> {
  await meet(asks, does);
  expect(await digestOf(does, request)).toBe(await digestOf(asks, request));
  expect((await asks.ask('request.get', { request })).row.word).toBe('receipted');
  for (const office of [asks, does]) {
    expect(await office.ask('sync.status', {})).toMatchObject({ local: 0, sent: 0 });
    expect(office.warnings).toEqual([]);
  }
}

async function setAside(office: ExchangeOffice): Promise<readonly string[]> {
  return (await office.ask('sync.status', {})).quarantine.map(({ code }) => code).toSorted();
}

describe('a package that is not what it should be', () => {
  test('torn under its own name is left lying, and read once the sender has written it again', async () => {
    const scene = await partners();
    const { request, bundle } = await onItsWay(scene);
    truncateSync(bundle.path, 100);
    await scene.does.round();
    expect(await requestsOf(scene.does)).toEqual([]);
    expect(await setAside(scene.does)).toEqual([]);
    await expectArrived(scene, request);
  });

  test.for([
    ['empty', (_: Buffer) => Buffer.alloc(0), 'package.malformed'],
    ['cut off in its header', (bytes: Buffer) => bytes.subarray(0, 60), 'package.malformed'],
    ['cut off in its text', (bytes: Buffer) => bytes.subarray(0, -40), 'package.seal-tampered'],
    ['changed in one bit', (bytes: Buffer) => flipped(bytes, bytes.length - 50), 'package.seal-tampered'],
    [
      'of a newer version',
      (bytes: Buffer) => Buffer.concat([Buffer.from('xieban-bundle-v2\n'), bytes.subarray(17)]),
      'package.seal-newer',
    ],
    ['no package at all', (_: Buffer) => Buffer.from('GIF89a, and so on'), 'package.malformed'],
  ] as const)('%s is kept aside once with its reason, and the true one is read', async ([, spoil, code]) => {
    const scene = await partners();
    const { asks, does, mail } = scene;
    const { request, bundle } = await onItsWay(scene);
    mail.empty(does.id);
    const spoiled = spoil(bundle.bytes);
    mail.lay(does.id, spoiled);
    await does.round();
    await does.restart();
    await does.round();
    const status = await does.ask('sync.status', {});
    expect(status.quarantine).toMatchObject([{ code, size: spoiled.length }]);
    expect(await requestsOf(does)).toEqual([]);
    await expectArrived({ asks, does, mail }, request);
    expect(await setAside(does)).toEqual([code]);
  });

  test('changed in any one bit changes nothing of what is stored', async () => {
    const scene = await partners();
    const { does, mail } = scene;
    const { request, bundle } = await onItsWay(scene);
    mail.empty(does.id);
    const places = Array.from({ length: 60 }, (_, index) => Math.floor((index * bundle.bytes.length) / 60));
    for (const at of places) mail.lay(does.id, flipped(bundle.bytes, at));
    await does.round();
    expect(await requestsOf(does)).toEqual([]);
    expect((await setAside(does)).length).toBeGreaterThan(50);
    await expectArrived(scene, request);
  });

  test('replayed, also an old receipt, changes nothing', async () => {
    const scene = await partners();
    const { asks, does, mail } = scene;
    const { request } = await onItsWay(scene);
    const seen = [...mail.inbox(does.id)];
    await does.round();
    const answers = [...mail.inbox(asks.id)];
    await meet(asks, does);
    await does.ask('request.register', { request, on: '2026-03-12' as never });
    await meet(asks, does);
    const before = await digestOf(asks, request);
    const held = (await does.ask('sync.status', {})).partners[0]?.weHold;
    for (const { bytes } of seen) mail.lay(does.id, bytes);
    for (const { bytes } of answers) mail.lay(asks.id, bytes);
    for (const office of [asks, does]) await office.restart();
    await expectArrived(scene, request);
    expect(await digestOf(asks, request)).toBe(before);
    expect((await does.ask('sync.status', {})).partners[0]?.weHold).toBe(held);
    expect([...(await setAside(asks)), ...(await setAside(does))]).toEqual([]);
  });

  test('labelled for us and sealed to a key we do not have is kept aside with that reason', async () => {
    const { asks, does, mail } = await partners();
    const { publicKey } = suiteOne.makeSealingKeys(trueRandom);
    const about = { from: asks.id, to: does.id };
    mail.lay(does.id, unwrap(suiteOne.seal(about, Buffer.from('a bundle'), [publicKey], trueRandom)));
    await does.round();
    expect(await setAside(does)).toEqual(['package.seal-not-for-us']);
  });

  test('sealed to another office is neither read nor kept', async () => {
    const scene = await partners();
    const { asks, does, mail } = scene;
    const other = await exchangeOffice('jiashan-arb', '330421');
    await introduce(asks, other, mail.path);
    await introduce(other, asks, mail.path);
    const request = await sendLetter(asks, other);
    await asks.round();
    for (const { bytes } of mail.inbox(other.id)) mail.lay(does.id, bytes);
    await does.round();
    expect(await requestsOf(does)).toEqual([]);
    expect(await setAside(does)).toEqual([]);
    await meet(asks, other);
    expect(await digestOf(other, request)).toBe(await digestOf(asks, request));
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}

describe('an office whose card is not here', () => {
  test('is kept aside, and read whole once its card is added, in whatever order its packages came', async () => {
    const mail = mailFolder();
    const asks = await exchangeOffice('qingpu-arb');
    const does = await exchangeOffice('wujiang-arb', '320509');
    await introduce(asks, does, mail.path);
    await does.ask('partner.add', {
      bytes: (await (await exchangeOffice('jiashan-arb')).ask('partner.ownCard', {})).bytes,
      confirmed: true,
    });
    await does.ask('partner.setFolder', { office: 'jiashan-arb' as never, folder: mail.path });
    const requests: Request[] = [];
    const bundles: Lying[] = [];
    for (let letter = 0; letter < 3; letter += 1) {
      requests.push(await sendLetter(asks, does));
      await asks.round();
      bundles.push(...mail.inbox(does.id).filter(({ path }) => !bundles.some((one) => one.path === path)));
    }
    mail.empty(does.id);
    for (const { bytes } of bundles.toReversed()) {
      mail.lay(does.id, bytes);
      await does.round();
    }
    expect(new Set(await setAside(does))).toEqual(new Set(['package.unknown-office']));
    expect(await requestsOf(does)).toEqual([]);
    rmSync(mail.path, { recursive: true });
    await introduce(does, asks, mail.path);
    expect(await requestsOf(does)).toEqual(requests.toSorted());
    expect(await setAside(does)).toEqual([]);
  });
});
