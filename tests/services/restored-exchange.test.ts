import { expect, test } from 'vitest';
import { gatherWith, receivingKey } from '#electron/services/sync/gather.ts';
import type { RequestId } from '#shared/base/ids.ts';
import { enclosure } from './support/enclosure.ts';
import { carryBetween, copyOf, exchangeWith, restoreFrom } from './support/restored-office.ts';
import {
  acceptedDossier,
  acceptedThere,
  day,
  finishedLetter,
  passAndSend,
  sentRequest,
  type TwoOffices,
  twoOffices,
} from './support/two-offices.ts';

/** A request from before the copy, then a note on it and another request that the copy knows nothing of. */
async function livedOn(offices: TwoOffices) {
  const { asks, exchange, clock } = offices;
  const first = (await sentRequest(offices)) as RequestId;
  await exchange();
  await acceptedThere(offices, first, '2026-03-12');
  await exchange();
  const copy = await copyOf(offices);
  clock.set('2026-03-13T09:30');
  await asks.ask('request.note', { request: first, text: '补充说明：台账在劳务公司。' });
  const second = (await sentRequest(offices)) as RequestId;
  await exchange();
  await acceptedThere(offices, second, '2026-03-13');
  await exchange();
  await offices.does.ask('request.note', { request: first, text: '已联系劳务公司。' });
  return { first, second, copy };
}

test.each([
  ['the folder between them', exchangeWith, 's1', 's1'],
  ['a stick', carryBetween, 's1', 's1'],
  ['the folder between them', exchangeWith, 's2', 's1'],
  ['a stick', carryBetween, 's2', 's2'],
] as const)(
  'a restored office gets over %s what it wrote since, and what its partner wrote, without anybody touching a card (%#)',
  async (_way, exchange, one, other) => {
    const offices = await twoOffices('2026-03-12T09:30', [one, other]);
    const { asks, does, clock } = offices;
    const { first, second, copy } = await livedOn(offices);
    const restored = await restoreFrom(offices, copy, '2026-03-14T08:00');
    clock.set('2026-03-14T08:00');
    expect(await restored.refusal('request.get', { request: second })).toMatchObject({ kind: 'not-found' });
    await exchange(offices, restored);

    for (const request of [first, second]) {
      const here = await restored.ask('request.get', { request });
      const there = await does.ask('request.get', { request });
      expect(here.digest).toBe(there.digest);
      expect(here.row.state).toBe('accepted');
    }
    // The streams of the lost device still prove what the partner signed for.
    for (const office of [restored, does]) {
      const proof = await office.ask('request.proof', { request: first });
      expect(proof.faults).toEqual([]);
      expect(proof.receipts.length).toBeGreaterThan(0);
    }
    const { commission } = await restored.ask('request.get', { request: second });
    expect(commission).toEqual((await asks.ask('request.get', { request: second })).commission);
    expect((await restored.ask('store.verify', {})).problems).toEqual([]);
    expect((await does.ask('store.verify', {})).problems).toEqual([]);
    expect(await restored.ask('store.rebuild', {})).toMatchObject({ same: true });
    expect(await does.ask('store.rebuild', {})).toMatchObject({ same: true });
    expect((await does.ask('partner.list', {}))[0]).toMatchObject({ renewedOn: '2026-03-14', confirmed: true });
    expect((await restored.ask('partner.list', {}))[0]).toMatchObject({ renewedOn: null });
    expect((await restored.ask('sync.status', {})).quarantine).toEqual([]);
    expect((await does.ask('sync.status', {})).quarantine).toEqual([]);

    // The partner goes on, and is heard.
    await does.ask('request.progress', { request: first, on: day('2026-03-14'), text: '已约谈班组长。' });
    await exchange(offices, restored);
    const [here, there] = [
      await restored.ask('request.get', { request: first }),
      await does.ask('request.get', { request: first }),
    ];
    expect(here.digest).toBe(there.digest);
  },
);

test('a copy put back twice also gets what the life between wrote, by a device it never knew', async () => {
  const offices = await twoOffices();
  const { does, clock } = offices;
  const { first, copy } = await livedOn(offices);
  const between = await restoreFrom(offices, copy, '2026-03-14T08:00');
  clock.set('2026-03-14T08:00');
  await exchangeWith(offices, between);
  // What this life says of itself reaches the partner's stream; then its machine is lost as well.
  const card = await between.ask('partner.ownCard', {});
  await between.close();
  const restored = await restoreFrom(offices, copy, '2026-03-15T08:00');
  clock.set('2026-03-15T08:00');
  await exchangeWith(offices, restored);
  expect((await restored.ask('request.get', { request: first })).digest).toBe(
    (await does.ask('request.get', { request: first })).digest,
  );
  // The lost device still proves what it signed, and no receipt of it counts any longer.
  const lost = offices.asks.open;
  expect(receivingKey(does.open.store.db, does.open, lost.office, lost.device)).toBeUndefined();
  expect(gatherWith(does.open.store.db, lost.office, [], does.open).keys.get(lost.device)?.office).toBe(lost.office);
  // The card of the life between is older now, and comes too late.
  expect(await does.refusal('partner.add', { bytes: card.bytes, confirmed: true })).toMatchObject({
    code: 'partner.card-older',
  });
  expect((await restored.ask('store.verify', {})).problems).toEqual([]);
});

test('files a restored office enclosed since its copy come back with the request', async () => {
  const offices = await twoOffices();
  const { asks, does, exchange, clock } = offices;
  const copy = await copyOf(offices);
  const dossier = await acceptedDossier(asks);
  const file = await enclosure(asks, '申请书.txt', '申请书全文。'.repeat(200));
  const letter = { ...(await finishedLetter(asks, does, dossier)), files: [file] };
  const { id } = await asks.ask('paper.submit', { dossier: dossier as never, partner: does.open.office, letter });
  await passAndSend(asks, id);
  await exchange();
  const manifest = file.manifest as never;
  const bytes = (await asks.ask('file.read', { manifest, offset: 0, length: 1_048_576 })).bytes;
  expect((await does.ask('file.read', { manifest, offset: 0, length: 1_048_576 })).bytes).toEqual(bytes);
  const restored = await restoreFrom(offices, copy, '2026-03-14T08:00');
  clock.set('2026-03-14T08:00');
  await exchangeWith(offices, restored);
  expect((await restored.ask('file.read', { manifest, offset: 0, length: 1_048_576 })).bytes).toEqual(bytes);
});

test('a restored office says of each letter how far it provably got: signed for before the copy, not yet, or given back', async () => {
  const offices = await twoOffices();
  const { asks, exchange, clock } = offices;
  const signedFor = (await sentRequest(offices)) as RequestId;
  await exchange();
  const unsigned = (await sentRequest(offices)) as RequestId;
  const copy = await copyOf(offices);
  clock.set('2026-03-13T09:30');
  const since = (await sentRequest(offices)) as RequestId;
  await exchange();
  const restored = await restoreFrom({ asks }, copy, '2026-03-14T08:00');
  clock.set('2026-03-14T08:00');
  const word = async (request: RequestId) => (await restored.ask('request.get', { request })).row.word;
  expect(await word(signedFor)).toBe('receipted');
  expect(await word(unsigned)).toBe('local');
  await exchangeWith(offices, restored);
  expect(await word(signedFor)).toBe('receipted');
  expect(await word(since)).toBe('receipted');
});
