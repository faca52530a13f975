import { describe, expect, test } from 'vitest';
import { tempFolder } from '#tests/support/temp-folder.ts';
import {
  digestOf,
  type ExchangeOffice,
  exchangeOffice,
  introduce,
  meet,
  sendLetter,
} from './support/exchange-office.ts';

const cardOf = async (office: ExchangeOffice): Promise<Uint8Array> => (await office.ask('partner.ownCard', {})).bytes;
const rename = (office: ExchangeOffice, name: string): Promise<unknown> =>
  office.ask('office.amend', { name, address: '', postcode: '', phone: '', uscc: '' });

async function pair(): Promise<readonly [ExchangeOffice, ExchangeOffice]> {
  return [await exchangeOffice('qingpu-arb'), await exchangeOffice('wujiang-arb', '320509')];
}

describe('the own card', () => {
  test('is the same file every time, also after a restart, and says what the partner reads', async () => {
    const [asks, does] = await pair();
    const card = await asks.ask('partner.ownCard', {});
    await asks.restart();
    expect(await asks.ask('partner.ownCard', {})).toEqual(card);
    const read = await does.ask('partner.readCard', { bytes: card.bytes });
    expect(read).toMatchObject({
      office: 'qingpu-arb',
      relation: 'new',
      region: '310118',
      fingerprint: card.fingerprint,
    });
    expect(read.kinds).toEqual(['ARB_INVESTIGATE', 'LSI_ASSIST']);
    expect(card.fingerprint).toMatch(/^\d{5}( \d{5}){5}$/);
  });

  test('holds no secret: only public keys leave', async () => {
    const [asks] = await pair();
    const text = new TextDecoder().decode(await cardOf(asks));
    expect(text).not.toMatch(/secret|沈某某|陆某某/);
    expect(text.length).toBeLessThan(2_000);
  });

  test('cannot be added at home', async () => {
    const [asks] = await pair();
    const bytes = await cardOf(asks);
    expect((await asks.ask('partner.readCard', { bytes })).relation).toBe('own');
    expect(await asks.refusal('partner.add', { bytes, confirmed: true })).toMatchObject({ code: 'partner.card-own' });
  });
});

describe('a card that is not what it says', () => {
  test('changed in any place is refused and adds nobody', async () => {
    const [asks, does] = await pair();
    const bytes = await cardOf(asks);
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte));
      const refusal = await does.refusal('partner.add', { bytes: changed, confirmed: true });
      expect([refusal.kind, refusal.code]).toEqual(['bad-input', expect.stringMatching(/^partner\.card-/)]);
    }
    for (const end of [0, 1, 30, bytes.length - 1]) {
      expect((await does.refusal('partner.readCard', { bytes: bytes.subarray(0, end) })).kind).toBe('bad-input');
    }
    expect(await does.ask('partner.list', {})).toEqual([]);
  });

  test('as large as a call may be, or larger, is refused', async () => {
    const [, does] = await pair();
    const full = new Uint8Array(1_048_576).fill(0x61);
    expect(await does.refusal('partner.readCard', { bytes: full })).toMatchObject({ code: 'partner.card-shape' });
    expect((await does.refusal('partner.readCard', { bytes: new Uint8Array(1_048_577) })).kind).not.toBe('internal');
  });

  test('with another key under a known name is never taken, whoever confirms it', async () => {
    const [asks, does] = await pair();
    await introduce(does, asks, '');
    const bytes = await cardOf(await exchangeOffice('qingpu-arb'));
    expect((await does.ask('partner.readCard', { bytes })).relation).toBe('different-key');
    expect(await does.refusal('partner.add', { bytes, confirmed: true })).toMatchObject({
      code: 'partner.card-different-key',
    });
    const [held] = await does.ask('partner.list', {});
    expect(held?.fingerprint).toBe((await asks.ask('partner.ownCard', {})).fingerprint);
  });

  test('past its last day is refused', async () => {
    const [asks, does] = await pair();
    const bytes = await cardOf(asks);
    does.clock.set('2037-01-05T09:00');
    expect(await does.refusal('partner.add', { bytes, confirmed: true })).toMatchObject({
      code: 'partner.card-expired',
    });
  });
});

describe('a renewed card', () => {
  test('of a renamed office is newer; the old one is not taken any more', async () => {
    const [asks, does] = await pair();
    await introduce(does, asks, '');
    const before = await cardOf(asks);
    expect((await does.ask('partner.readCard', { bytes: before })).relation).toBe('same');
    await rename(asks, '青浦区新名仲裁院');
    const after = await cardOf(asks);
    expect((await does.ask('partner.readCard', { bytes: after })).relation).toBe('newer');
    await does.ask('partner.add', { bytes: after, confirmed: false });
    expect(await does.refusal('partner.add', { bytes: before, confirmed: true })).toMatchObject({
      code: 'partner.card-older',
    });
    expect((await does.ask('partner.list', {}))[0]?.name).toBe('青浦区新名仲裁院');
  });

  test('keeps folder and comparison, and what was sealed for the old one arrives', async () => {
    const [asks, does] = await pair();
    const folder = tempFolder();
    await introduce(asks, does, folder);
    await introduce(does, asks, folder);
    const request = await sendLetter(asks, does);
    await asks.round();
    await rename(does, '吴江区新名仲裁院');
    await asks.ask('partner.add', { bytes: await cardOf(does), confirmed: false });
    expect(await asks.ask('partner.list', {})).toMatchObject([{ confirmed: true, folder, name: '吴江区新名仲裁院' }]);
    await meet(asks, does);
    expect(await digestOf(does, request)).toBe(await digestOf(asks, request));
  });
});

describe('a partner', () => {
  test('whose fingerprint nobody compared gets nothing until somebody does', async () => {
    const [asks, does] = await pair();
    await asks.ask('partner.add', { bytes: await cardOf(does), confirmed: false });
    await expect(sendLetter(asks, does)).rejects.toThrow('request.partner-unconfirmed');
    expect((await asks.ask('sync.status', {})).partners).toMatchObject([{ problem: 'sync.fingerprint-unconfirmed' }]);
    await asks.ask('partner.confirm', { office: does.id });
    await sendLetter(asks, does);
    expect((await asks.ask('sync.status', {})).partners).toMatchObject([{ problem: null, local: 1 }]);
  });

  test('has a whole path as its folder, or none', async () => {
    const [asks, does] = await pair();
    await introduce(asks, does, '');
    const office = does.id;
    expect(await asks.refusal('partner.setFolder', { office, folder: 'shared/x' })).toMatchObject({
      code: 'partner.folder-not-absolute',
    });
    expect(await asks.refusal('partner.setFolder', { office: 'nobody-arb' as never, folder: '' })).toMatchObject({
      kind: 'not-found',
    });
    const gone = `${tempFolder()}/not-there`;
    await asks.ask('partner.setFolder', { office, folder: `  ${gone} ` });
    expect(await asks.ask('partner.list', {})).toMatchObject([{ folder: gone, reachable: 'no' }]);
    await asks.ask('partner.setFolder', { office, folder: '' });
    expect(await asks.ask('partner.list', {})).toMatchObject([{ folder: '', reachable: 'courier' }]);
  });
});

test('a card whose last day is over is shown as expired, with that day', async () => {
  const [asks, does] = await pair();
  await introduce(asks, does, '');
  const [before] = await asks.ask('partner.list', {});
  expect(before).toMatchObject({ expired: false, validTo: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
  asks.clock.set(`${before?.validTo}T09:00`);
  expect(await asks.ask('partner.list', {})).toMatchObject([{ expired: false }]);
  asks.clock.set(`${Number(before?.validTo.slice(0, 4)) + 1}-06-01T09:00`);
  expect(await asks.ask('partner.list', {})).toMatchObject([{ expired: true, validTo: before?.validTo }]);
});
