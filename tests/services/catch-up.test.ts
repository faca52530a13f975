import { expect, test } from 'vitest';
import { settleUnderstood } from '#electron/services/sync/catch-up.ts';
import { sliceOf } from '#electron/services/sync/gather.ts';
import { noteNotUnderstood } from '#electron/store/tables/arrived.ts';
import { findLink, saveLink } from '#electron/store/tables/links.ts';
import { transaction } from '#electron/store/transaction.ts';
import type { RequestId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { Link } from '#shared/protocol/link.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { acceptedThere, day, sentRequest, type TwoOffices, twoOffices } from './support/two-offices.ts';

function changeLink({ asks, does }: TwoOffices, change: (link: Link) => Link): void {
  const { store } = does.open;
  const link = findLink(store.db, asks.open.office);
  if (!link) throw new Error('nothing was exchanged');
  unwrap(transaction(store, (tx) => ok(saveLink(tx, change(link)))));
}

const commands = ({ does }: TwoOffices, id: RequestId) => {
  const { r, e } = sliceOf(does.open.store.db, id);
  const ordered = e.entries.filter(({ parsed }) => parsed.kind === 'apply').length;
  return { last: r.entries.at(-1), ordered };
};

/** An accepted request, and a supplement that came while the executor's device wrote nothing of its own. */
async function supplementWaits(offices: TwoOffices, why: 'doubt' | 'new-life'): Promise<RequestId> {
  const { asks, clock, exchange } = offices;
  const id = (await sentRequest(offices)) as RequestId;
  await exchange();
  await acceptedThere(offices, id, '2026-03-12');
  await exchange();
  clock.set('2026-03-13T09:30');
  const asking = { why, nonce: '0'.repeat(32), streams: [], at: clock.now(), answered: null };
  const doubt = why === 'doubt' ? ({ kind: 'claimed', at: clock.now(), upTo: 99 } as const) : null;
  changeLink(offices, (link) => ({ ...link, asking, doubt }));
  await asks.ask('request.supplement', { request: id, on: day('2026-03-13'), text: '补充一页。' });
  await asks.loop.round(true);
  return id;
}

test('a command of a kind that an update can read is put in order at the next opening, and tables are as after a rebuild', async () => {
  const offices = await twoOffices();
  const { does, asks, clock, exchange } = offices;
  const id = await supplementWaits(offices, 'new-life');
  await does.loop.round(true);
  const { last, ordered } = commands(offices, id);
  expect(last?.parsed.kind).toBe('supplement');
  expect(ordered).toBe(0);
  // As an older version left it: stored, named as not understood, without an order.
  changeLink(offices, (link) => ({ ...link, asking: null, doubt: null }));
  const { store } = does.open;
  if (!last) throw new Error('the supplement is here');
  unwrap(transaction(store, (tx) => ok(noteNotUnderstood(tx, last.id, asks.open.office))));
  const opening = { random: trueRandom, moment: { at: clock.now(), today: day('2026-03-13') } };
  unwrap(settleUnderstood(does.open, opening));
  expect(commands(offices, id).ordered).toBe(1);
  unwrap(settleUnderstood(does.open, opening));
  expect(commands(offices, id).ordered).toBe(1);
  await exchange();
  expect((await asks.ask('request.get', { request: id })).digest).toBe(
    (await does.ask('request.get', { request: id })).digest,
  );
  expect(await does.ask('store.rebuild', {})).toMatchObject({ same: true });
  expect(await asks.ask('store.rebuild', {})).toMatchObject({ same: true });
});

test('a command that came while we were in doubt about the partner is put in order once its word fits again', async () => {
  const offices = await twoOffices();
  const { does, asks, exchange } = offices;
  const id = await supplementWaits(offices, 'doubt');
  await exchange();
  expect(commands(offices, id).ordered).toBe(1);
  expect(findLink(does.open.store.db, asks.open.office)).toMatchObject({ asking: null });
  expect(await does.ask('store.rebuild', {})).toMatchObject({ same: true });
});
