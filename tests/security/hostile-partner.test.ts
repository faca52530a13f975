import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRequest } from '#electron/services/request/chains.ts';
import { sliceOf } from '#electron/services/sync/gather.ts';
import { heldEntry, heldFromOffice } from '#electron/store/tables/held-entries.ts';
import { findLink } from '#electron/store/tables/links.ts';
import { receiptsIn } from '#electron/store/tables/receipts.ts';
import { findRequest } from '#electron/store/tables/requests.ts';
import type { EntryId, RequestId } from '#shared/base/ids.ts';
import { certifyDevice } from '#shared/protocol/device-certificate.ts';
import { deviceIdOf } from '#shared/protocol/device-key.ts';
import { readCard, signCard, writeCard } from '#shared/protocol/partner-card.ts';
import { readReceipt } from '#shared/protocol/receipt.ts';
import { type Desk, openDesk } from '#tests/services/support/desk.ts';
import { acceptedThere, day, sentRequest, type TwoOffices, twoOffices } from '#tests/services/support/two-offices.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { freshRequest, hostilePartner, openingFacts } from './support/hostile-partner.ts';

async function cardOf(desk: Desk) {
  const { bytes } = await desk.ask('partner.ownCard', {});
  const { suite } = desk.open;
  return { bytes, ...unwrap(readCard(new TextDecoder().decode(bytes), { hashing: suite, verifying: suite })) };
}

/** Two offices with a request between them, and a third partner of the one that asks. */
async function withThird(): Promise<TwoOffices & { readonly third: Desk; readonly id: RequestId }> {
  const world = await twoOffices();
  const third = await openDesk({ office: 'third-arb', name: '第三方仲裁院', region: '330402', clock: world.clock });
  await world.asks.ask('partner.add', { bytes: (await cardOf(third)).bytes, confirmed: true });
  const id = (await sentRequest(world)) as RequestId;
  await world.exchange();
  return { ...world, third, id };
}

const store = ({ open }: Desk) => open.store.db;

/** A second device of an office, certified by its root key. */
function secondDevice(desk: Desk) {
  const { suite, office, keys } = desk.open;
  const pair = suite.makeSigningKeys(trueRandom);
  const device = deviceIdOf(pair.publicKey, suite);
  const word = { v: 1 as const, office, device, key: pair.publicKey, from: day('2026-01-01'), to: null };
  const second: Desk = { ...desk, open: { ...desk.open, device, signing: suite.signing(pair) } };
  return { second, certificates: [certifyDevice(word, suite.signing(keys.root))] };
}

/** Why entries an office sent were rejected. */
const turnedAway = (victim: Desk, by: Desk) =>
  heldFromOffice(store(victim), by.open.office, 'rejected', 10).map((id) => heldEntry(store(victim), id)?.reason);

describe('a partner of ours that is no party of a request', () => {
  test('can neither stop it nor weigh on it, whatever it signs', async () => {
    const { asks, does, third, id, clock, exchange } = await withThird();
    const evil = hostilePartner(third, asks, clock);
    const refuse = evil.sign(id, { side: 'e', kind: 'refuse', facts: { ground: 'CONFLICT' }, after: null });
    const waiting = evil.sign(id, { side: 'e', kind: 'note', after: { seq: 2, id: refuse.id } });
    const ours = evil.sign(id, { side: 'r', kind: 'withdraw', after: { seq: 1, id: refuse.id } });
    evil.send([refuse, waiting, ours]);
    await acceptedThere({ does }, id, '2026-03-12');
    await exchange();
    const slice = sliceOf(store(asks), id);
    expect(slice.e.entries.map((entry) => entry.parsed.kind)).toEqual(['register', 'accept']);
    expect([...slice.e.held, ...slice.r.held]).toEqual([]);
    expect(turnedAway(asks, third)).toEqual(['not-a-party', 'not-a-party', 'not-a-party']);
    const { partners } = await asks.ask('sync.status', {});
    expect(partners.find(({ office }) => office === does.open.office)?.problem).toBeNull();
  });

  test('cannot take a device away from its office by naming its key in a card of its own', async () => {
    const { asks, does, third, id, clock, exchange } = await withThird();
    const theirs = await cardOf(third);
    const root = third.open.suite.signing(third.open.keys.root);
    const claim = async (desk: Desk, version: number): Promise<void> => {
      const intake = { device: desk.open.device, key: desk.open.signing.publicKey };
      const card = signCard({ ...theirs.card, version, intake }, root, third.open.suite);
      const bytes = new TextEncoder().encode(writeCard(card.document));
      await asks.ask('partner.add', { bytes, confirmed: true });
    };
    await claim(does, 2);
    await acceptedThere({ does }, id, '2026-03-12');
    await exchange();
    await claim(asks, 3);
    await does.ask('request.note', { request: id, text: '已联系单位。' });
    clock.set('2026-03-12T10:30');
    await exchange();
    expect(sliceOf(store(asks), id).e.entries.map((entry) => entry.parsed.kind)).toEqual([
      'register',
      'accept',
      'note',
    ]);
  });
});

describe('the partner of a request', () => {
  test('is believed to hold and to have read only entries whose ids it can name', async () => {
    const world = await twoOffices();
    const id = (await sentRequest(world)) as RequestId;
    const evil = hostilePartner(world.does, world.asks, world.clock);
    const never = { seq: 4000, id: `s1:${'a'.repeat(64)}` as EntryId };
    const said = { stored: '2026-03-12', number: null };
    evil.send([
      evil.sign(id, { side: 'e', kind: 'register', facts: said, seen: never }),
      evil.sign(id, { side: 'e', kind: 'opened', facts: { upTo: never }, seen: never }),
    ]);
    const { state } = loadRequest(store(world.asks), id);
    expect(state).toMatchObject({ phase: 'registered', covered: { r: 0 }, opened: { r: null } });
    expect(new Set(state.differences.map(({ code }) => code))).toEqual(new Set(['wrong-head']));
    expect(findRequest(store(world.asks), id)?.ownProof).toBe('none');
  });

  test.each(['0000-01-01', '1849-12-31', '2200-01-01', '9999-12-31'])(
    'cannot break the computing of limits with the year of %s',
    async (date) => {
      const world = await twoOffices();
      const id = (await sentRequest(world)) as RequestId;
      const evil = hostilePartner(world.does, world.asks, world.clock);
      const far = evil.sign(id, { side: 'e', kind: 'register', facts: { stored: date, number: null } });
      expect(evil.send([far]).outcome).toBe('taken');
      expect(evil.send([evil.sign(id, { side: 'e', kind: 'note', on: date })]).outcome).toBe('taken');
      const view = await world.asks.ask('request.get', { request: id });
      expect(view.state.differences).toMatchObject([{ code: 'malformed', kind: 'register' }]);
      expect(view.row.state).toBe('sent');
    },
  );

  test('may give any date of the accepted centuries, and everything is still computed', async () => {
    const world = await twoOffices();
    const id = (await sentRequest(world)) as RequestId;
    const evil = hostilePartner(world.does, world.asks, world.clock);
    const facts = { stored: '2199-12-31', number: null };
    const said = { ground: 'UNCLEAR_ITEMS', defects: ['d1'] };
    evil.send([
      evil.sign(id, { side: 'e', kind: 'register', facts, on: '2199-12-31' }),
      evil.sign(id, { side: 'e', kind: 'return', facts: said, on: '1850-01-01' }),
    ]);
    expect((await world.asks.ask('request.get', { request: id })).row.state).toBe('returned');
    expect((await world.asks.ask('today.get', {})).today).toBe('2026-03-12');
    expect((await world.asks.ask('store.rebuild', {})).same).toBe(true);
  });

  test('cannot hide or turn what stands beside its name and its numbers', async () => {
    const world = await twoOffices();
    const { asks, does } = world;
    const { suite } = does.open;
    const { card } = await cardOf(does);
    const name = '吴江\u202e院裁仲\u200b';
    const renewed = signCard({ ...card, version: 2, name }, suite.signing(does.open.keys.root), suite);
    const bytes = new TextEncoder().encode(writeCard(renewed.document));
    expect((await asks.ask('partner.readCard', { bytes })).name).toBe('吴江院裁仲');
    await asks.ask('partner.add', { bytes, confirmed: true });
    expect((await asks.ask('partner.list', {})).map((partner) => partner.name)).toEqual(['吴江院裁仲']);
    const evil = hostilePartner(does, asks, world.clock);
    const facts = { ...openingFacts(asks), number: '苏\u202e1\u2066〔2026〕' };
    evil.send([evil.sign(freshRequest(), { side: 'r', kind: 'request', facts })]);
    const [row] = (await asks.ask('request.list', { direction: 'in' })).rows;
    expect(row?.number).toBe('苏1〔2026〕');
    const { timeline } = await asks.ask('request.get', { request: row?.id as RequestId });
    expect(timeline[0]?.facts['number']).toBe('苏1〔2026〕');
  });

  test('that claims to hold more of ours than we have stops our writing to it, and to nobody else', async () => {
    const { asks, does, third, id, clock } = await withThird();
    const evil = hostilePartner(does, asks, clock);
    evil.sendReceipt({ number: 90, upTo: 99, root: 'e'.repeat(64), incarnation: 'e'.repeat(32) });
    expect(findLink(store(asks), does.open.office)?.doubt).toMatchObject({ kind: 'claimed', upTo: 99 });
    const refused = { kind: 'refused', code: 'request.read-only-after-restore' };
    expect(await asks.refusal('request.urge', { request: id, on: day('2026-03-12') })).toMatchObject(refused);
    expect((await asks.ask('request.get', { request: id })).may).toEqual([]);
    expect(findLink(store(asks), third.open.office)?.doubt ?? null).toBeNull();
  });

  test('that repeats its receipt for ever fills no disk: the first and the newest of a position are kept', async () => {
    const { asks, does, id, clock } = await withThird();
    const evil = hostilePartner(does, asks, clock);
    const before = receiptsIn(store(asks), does.open.office).length;
    const incarnation = 'a'.repeat(32);
    const echo = (): string | null => findLink(store(asks), does.open.office)?.nonce ?? null;
    evil.sendReceipt({ number: 100, incarnation, echo: echo() });
    evil.sendReceipt({ number: 101, incarnation, echo: echo() });
    for (let number = 102; number < 130; number += 1) evil.sendReceipt({ number, incarnation });
    const kept = receiptsIn(store(asks), does.open.office);
    expect(kept.length - before).toBe(2);
    expect(kept[0]?.number).toBe(129);
    expect((await asks.ask('request.get', { request: id })).row.word).toBe('receipted');
  });

  test('that finds a fault of ours stops the exchange with nobody', async () => {
    const world = await twoOffices();
    const { open } = world.does;
    const failing = { ...open, suite: { ...open.suite, verify: () => expect.fail('a fault in the step') } };
    const evil = hostilePartner(world.asks, { ...world.does, open: failing }, world.clock);
    const opening = evil.sign(freshRequest(), { side: 'r', kind: 'request', facts: openingFacts(world.does) });
    expect(evil.send([opening])).toEqual({ outcome: 'set-aside', code: 'package.internal' });
    expect((await world.does.ask('sync.status', {})).quarantine).toMatchObject([{ code: 'package.internal' }]);
  });

  test('with two devices has a receipt lying for the stream of each', async () => {
    const world = await twoOffices();
    const { does, asks, clock } = world;
    const id = await sentRequest(world);
    await world.exchange();
    await acceptedThere(world, id, '2026-03-12');
    await world.exchange();
    const { certificates, second } = secondDevice(does);
    const other = hostilePartner(second, asks, clock);
    other.send([other.sign(freshRequest(), { side: 'r', kind: 'request', facts: openingFacts(asks) })], {
      certificates,
    });
    clock.set('2026-03-12T10:30');
    await asks.loop.round(true);
    const folder = (await asks.ask('partner.list', {}))[0]?.folder ?? '';
    const lying = readdirSync(join(folder, 'inbox', does.open.office)).map((name) => {
      const opened = does.open.suite.open(
        readFileSync(join(folder, 'inbox', does.open.office, name)),
        does.open.keys.sealing,
      );
      return opened.ok ? readReceipt(new TextDecoder().decode(opened.value.bytes)) : expect.fail();
    });
    const streams = lying.flatMap((read) => (read.ok ? [read.value.receipt.stream] : []));
    expect(streams.toSorted()).toEqual([does.open.device, second.open.device].toSorted());
  });

  test('cannot bring a device back that its card revokes', async () => {
    const world = await twoOffices();
    const { does, asks, clock } = world;
    const { suite } = does.open;
    const { certificates, second } = secondDevice(does);
    const opening = (evil: ReturnType<typeof hostilePartner>) =>
      evil.sign(freshRequest(), { side: 'r', kind: 'request', facts: openingFacts(asks) });
    const before = hostilePartner(second, asks, clock);
    before.send([opening(before)], { certificates });
    expect((await asks.ask('request.list', { direction: 'in' })).total).toBe(1);
    const { card } = await cardOf(does);
    const root = suite.signing(does.open.keys.root);
    const renewed = signCard({ ...card, version: 2, revoked: [second.open.device] }, root, suite);
    await asks.ask('partner.add', { bytes: new TextEncoder().encode(writeCard(renewed.document)), confirmed: true });
    const late = opening(before);
    before.send([late], { certificates });
    expect((await asks.ask('request.list', { direction: 'in' })).total).toBe(1);
    // Kept as evidence and listed; a stream begun anew brings nothing either.
    expect(heldEntry(store(asks), late.id)).toMatchObject({ state: 'rejected', reason: 'device-revoked' });
    expect((await asks.ask('sync.status', {})).partners).toMatchObject([{ problem: 'sync.entry-rejected' }]);
    const again = hostilePartner(second, asks, clock);
    again.send([opening(again)], { certificates });
    expect((await asks.ask('request.list', { direction: 'in' })).total).toBe(1);
    expect((await asks.ask('store.verify', {})).problems).toEqual([]);
  });

  test('that sends more text than a page could ever show has it turned away', async () => {
    const world = await twoOffices();
    const evil = hostilePartner(world.asks, world.does, world.clock);
    const id = freshRequest();
    const note = () => evil.sign(id, { side: 'r', kind: 'note', content: { text: 'x'.repeat(9_000_000) } });
    evil.send([evil.sign(id, { side: 'r', kind: 'request', facts: openingFacts(world.does) })]);
    for (let sent = 0; sent < 5; sent += 1) evil.send([note()]);
    expect(sliceOf(store(world.does), id).r.entries).toHaveLength(4);
    expect(turnedAway(world.does, world.asks)).toEqual(['chain-too-long', 'chain-too-long']);
  });

  test('that sends a thousand entries at once costs seconds, and not one more is put into the chain', async () => {
    const world = await twoOffices();
    const evil = hostilePartner(world.asks, world.does, world.clock);
    const id = freshRequest();
    const facts = { answers: [], items: Array.from({ length: 5 }, (_, i) => ({ id: `x${i}`, kind: 'inquiry' })) };
    const entries = [
      evil.sign(id, { side: 'r', kind: 'request', facts: openingFacts(world.does) }),
      ...Array.from({ length: 299 }, () => evil.sign(id, { side: 'r', kind: 'supplement', facts })),
      ...Array.from({ length: 700 }, () => evil.sign(id, { side: 'r', kind: 'note' })),
    ];
    const started = performance.now();
    evil.send(entries);
    expect(performance.now() - started).toBeLessThan(60_000);
    evil.send([evil.sign(id, { side: 'r', kind: 'supplement', facts })]);
    const slice = sliceOf(store(world.does), id);
    expect([slice.r.entries.length, slice.e.entries.length, slice.r.held.length]).toEqual([1000, 299, 0]);
    expect(turnedAway(world.does, world.asks)).toEqual(['chain-too-long']);
    expect((await world.does.ask('store.rebuild', {})).same).toBe(true);
  });
});
