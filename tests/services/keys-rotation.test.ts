import { describe, expect, test } from 'vitest';
import { asDataKey } from '#electron/sealing/data-key.ts';
import { readDeviceKeys } from '#electron/sealing/device-keys.ts';
import { readKeyring } from '#electron/sealing/keyring-file.ts';
import type { KeyPair } from '#electron/sealing/suite.ts';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import { localDate } from '#shared/base/local-date.ts';
import { madeUpOffice, testBackend } from '#tests/support/backend.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import {
  digestOf,
  type ExchangeOffice,
  exchangeOffice,
  introduce,
  meet,
  sendLetter,
} from './support/exchange-office.ts';
import { type MailFolder, mailFolder } from './support/mail-folder.ts';

type Two = { readonly asks: ExchangeOffice; readonly does: ExchangeOffice; readonly mail: MailFolder };

async function two(): Promise<Two> {
  const [asks, does] = [await exchangeOffice('qingpu-arb'), await exchangeOffice('wujiang-arb', '320509')];
  const mail = mailFolder();
  await introduce(asks, does, mail.path);
  await introduce(does, asks, mail.path);
  return { asks, does, mail };
}

/** The sealing keys an office holds, newest first. Its keychain in these tests hands the data key out as it is. */
function heldKeys({ folder }: ExchangeOffice): readonly KeyPair[] {
  const dataKey = asDataKey(Buffer.from(unwrap(readKeyring(folder)).keychain ?? '', 'base64url'));
  if (!dataKey) throw new Error('no data key');
  return unwrap(readDeviceKeys(folder, dataKey)).sealing;
}

async function rotate(office: ExchangeOffice): Promise<void> {
  await office.sit('head');
  await office.ask('keys.rotate', {});
  await office.sit('clerk');
}

/** How many of the packages that lie for an office each of its keys opens, newest key first. */
function opensOf({ mail, does }: Two): readonly number[] {
  const lying = mail.inbox(does.id);
  return heldKeys(does).map((pair) => lying.filter(({ bytes }) => suiteOne.open(bytes, [pair]).ok).length);
}

/** Hands the newest card over, as people do with a file. */
async function handCard(from: ExchangeOffice, to: ExchangeOffice): Promise<void> {
  await to.ask('partner.add', { bytes: (await from.ask('partner.ownCard', {})).bytes, confirmed: true });
}

/** Rounds at a later time of the day, when receipts are due that were too soon before. */
async function meetAt(time: string, ...offices: readonly ExchangeOffice[]): Promise<void> {
  for (const { clock } of offices) clock.set(`2026-03-12T${time}`);
  await meet(...offices);
}

describe('rule 9: a new sealing key', () => {
  test('loses nothing that was sealed before, while and after its card came through', async () => {
    const offices = await two();
    const { asks, does, mail } = offices;
    const before = await sendLetter(asks, does);
    await asks.round();
    const lying = mail.inbox(does.id).length;
    expect(lying).toBeGreaterThan(0);
    await rotate(does);
    // The partner does not know yet: it seals to the old key, which opens.
    const meanwhile = await sendLetter(asks, does);
    await asks.round();
    expect(mail.inbox(does.id).length).toBeGreaterThan(lying);
    expect(opensOf(offices)).toEqual([0, mail.inbox(does.id).length]);
    await does.round();
    expect(await digestOf(does, before)).toBe(await digestOf(asks, before));
    expect(await digestOf(does, meanwhile)).toBe(await digestOf(asks, meanwhile));
    await does.ask('request.register', { request: before, on: localDate('2026-03-12') });
    await meetAt('09:40', does, asks);
    mail.empty(does.id);
    const after = await sendLetter(asks, does);
    await asks.round();
    expect(mail.inbox(does.id).length).toBeGreaterThan(0);
    expect(opensOf(offices)).toEqual([mail.inbox(does.id).length, 0]);
    await meet(asks, does);
    for (const request of [before, meanwhile, after]) {
      expect(await digestOf(does, request)).toBe(await digestOf(asks, request));
    }
  });

  test('a run nobody fetched is sealed again for the card that came meanwhile', async () => {
    const offices = await two();
    const { asks, does, mail } = offices;
    const request = await sendLetter(asks, does);
    await asks.round();
    await rotate(does);
    mail.empty(does.id);
    await handCard(does, asks);
    await asks.round();
    expect(mail.inbox(does.id).length).toBeGreaterThan(0);
    expect(opensOf(offices)).toEqual([mail.inbox(does.id).length, 0]);
    await meet(asks, does);
    expect(await digestOf(does, request)).toBe(await digestOf(asks, request));
  });

  test('reaches the partner with the receipt it makes due; until its receipt names the card it counts as behind', async () => {
    const { asks, does } = await two();
    const request = await sendLetter(asks, does);
    await meet(asks, does);
    // Who has sent nothing gets no receipt: only now the partner has something to sign for.
    expect((await does.ask('keys.sealing', {})).behind).toMatchObject([{ office: asks.id, heard: false }]);
    await does.ask('request.register', { request, on: localDate('2026-03-12') });
    await meetAt('09:40', does, asks);
    expect(await does.ask('keys.sealing', {})).toMatchObject({ older: 0, behind: [] });
    await rotate(does);
    const behind = { older: 1, madeOn: '2026-03-12', behind: [{ office: asks.id, heard: true }] };
    expect(await does.ask('keys.sealing', {})).toMatchObject(behind);
    await meetAt('10:40', asks, does);
    expect(await does.ask('keys.sealing', {})).toMatchObject({ older: 1, behind: [] });
  });

  test('stands in a card that is later than the one before, and alone, however often and whatever the clock', async () => {
    const { asks, does } = await two();
    const seen = new Set<string>();
    for (const moment of ['2026-03-12T09:31', '2026-03-12T09:31', '2026-03-01T09:00']) {
      does.clock.set(moment);
      await rotate(does);
      const { bytes } = await does.ask('partner.ownCard', {});
      expect((await asks.ask('partner.readCard', { bytes })).relation).toBe('newer');
      const { sealing } = JSON.parse(Buffer.from(bytes).toString('utf8').split('\n')[1] ?? '') as {
        sealing: readonly { readonly key: string }[];
      };
      expect(sealing.map(({ key }) => key)).toEqual([heldKeys(does)[0]?.publicKey]);
      for (const { key } of sealing) seen.add(key);
      does.clock.set('2026-03-12T09:31');
      await handCard(does, asks);
    }
    expect(seen.size).toBe(3);
    expect(heldKeys(does)).toHaveLength(4);
  });

  test('is made by the head alone, and stands in the trail', async () => {
    const { does } = await two();
    await does.sit('examiner');
    expect(await does.refusal('keys.rotate', {})).toMatchObject({ kind: 'refused', code: 'keys.not-head' });
    expect(heldKeys(does)).toHaveLength(1);
    await rotate(does);
    const trail = (await does.ask('audit.list', {})).rows.map(({ act, about }) => `${act} ${about}`);
    expect(trail).toContain('audit.keys sealing-key');
  });

  test('needs the passphrase, survives a restart and a new recovery key, and is in a copy with those before it', async () => {
    const office = await testBackend();
    const passphrase = '口令 correct horse';
    await office.ask('session.create', { ...madeUpOffice, passphrase });
    expect(await office.refusal('keys.rotate', { current: 'not it' })).toMatchObject({ field: 'current' });
    await office.ask('keys.rotate', { current: passphrase });
    const { recoveryKey } = await office.ask('session.renewRecoveryKey', { current: passphrase });
    const card = await office.ask('partner.ownCard', {});
    const { path } = await office.ask('backup.make', { folder: tempFolder() });
    await office.ask('session.lock', {});
    await office.ask('session.unlock', { passphrase });
    expect(await office.ask('partner.ownCard', {})).toEqual(card);
    const restored = await testBackend();
    await restored.ask('backup.restore', { folder: path, recoveryKey, passphrase });
    expect(await restored.ask('keys.sealing', {})).toMatchObject({ older: 1 });
    await restored.ask('keys.rotate', { current: passphrase });
    expect(await restored.ask('keys.sealing', {})).toMatchObject({ older: 2, behind: [] });
  });
});
