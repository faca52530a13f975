import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inOneTransaction } from '#electron/services/journal/append.ts';
import { linkOf } from '#electron/services/sync/link-of.ts';
import { takePackage } from '#electron/services/sync/take-package.ts';
import { bundleBytes, bundlesBeyond } from '#electron/store/tables/bundles.ts';
import { findLink, saveLink } from '#electron/store/tables/links.ts';
import { readMeta } from '#electron/store/tables/meta.ts';
import type { RequestId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { emptyRoot } from '#shared/protocol/stream.ts';
import { hostilePartner } from '#tests/security/support/hostile-partner.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { day, sentRequest, twoOffices } from './support/two-offices.ts';

const incarnation = 'e'.repeat(32);
const beyond = { upTo: 99, root: 'e'.repeat(64), incarnation };

/** A partner that says of ours what is not true. */
async function lied() {
  const world = await twoOffices();
  const { asks, does, clock, exchange } = world;
  const id = (await sentRequest(world)) as RequestId;
  await exchange();
  const evil = hostilePartner(does, asks, clock);
  const link = () => findLink(asks.open.store.db, does.open.office);
  // It echoes the newest nonce, so that its receipt is the newest word of it.
  const claim = (number: number, more = {}) =>
    evil.sendReceipt({ number, ...beyond, echo: link()?.nonce ?? null, ...more });
  claim(90);
  return { ...world, id, link, claim };
}

test('a claim to hold more of ours is asked for, stops writing to that partner, and ends when nothing is shown', async () => {
  const { asks, id, link, claim } = await lied();
  const urge = { request: id, on: day('2026-03-12'), text: '' };
  expect(await asks.refusal('request.urge', urge)).toMatchObject({ code: 'request.read-only-after-restore' });
  const state = async () => (await asks.ask('recovery.state', {})).partners[0]?.state;
  expect(await state()).toBe('claimed');
  // An answer to another question is none.
  claim(91, { returned: { nonce: 'd'.repeat(32), upTo: 0 } });
  expect(await state()).toBe('claimed');
  claim(92, { returned: { nonce: link()?.asking?.nonce ?? '', upTo: 0 } });
  expect(await state()).toBe('refuted');
  await asks.ask('request.urge', urge);
  // The same claim once more asks nothing and stops nothing; neither does a smaller one.
  claim(93);
  claim(94, { upTo: 60, root: emptyRoot });
  expect(await state()).toBe('refuted');
  expect((await asks.ask('request.get', { request: id })).readOnly).toBeNull();
  expect(link()?.believed?.upTo).toBeLessThan(60);
});

test('a claim that is never answered for can be set aside by the head, with the reason', async () => {
  const { asks, does, id, link } = await lied();
  const said = { office: does.open.office, reason: '已电话核对，对方无此记录。' };
  expect(await asks.refusal('recovery.setAside', said)).toMatchObject({ code: 'recovery.role' });
  asks.as('head');
  expect(await asks.refusal('recovery.setAside', { ...said, reason: ' ' })).toMatchObject({ field: 'reason' });
  await asks.ask('recovery.setAside', said);
  expect(await asks.refusal('recovery.setAside', said)).toMatchObject({ code: 'recovery.nothing' });
  expect(link()).toMatchObject({ asking: null, doubt: { kind: 'refuted', upTo: 99 } });
  expect((await asks.ask('audit.list', {})).rows[0]).toMatchObject({ act: 'audit.claim', reason: said.reason });
  asks.as('clerk');
  await asks.ask('request.urge', { request: id, on: day('2026-03-12'), text: '' });
});

test('what came while a claim stood is put in order once the claim is set aside', async () => {
  const { asks, does, clock, exchange } = await twoOffices();
  const id = (await sentRequest({ asks: does, does: asks })) as RequestId;
  await exchange();
  const doubt = { kind: 'claimed', at: clock.now(), upTo: 99 } as const;
  unwrap(inOneTransaction(asks, (tx) => ok(saveLink(tx, { ...linkOf(tx, does.open.office, trueRandom), doubt }))));
  await does.ask('request.withdraw', { request: id, on: day('2026-03-12'), reason: '已和解' });
  await does.loop.round(true);
  // Its receipts would take the claim back; the carrier lost them.
  const [bundle] = bundlesBeyond(does.open.store.db, asks.open.office, 0).toReversed();
  const sealed = bundle && bundleBytes(does.open.store.db, bundle.id);
  takePackage({ open: asks.open, clock, random: trueRandom }, sealed ?? new Uint8Array());
  expect((await asks.ask('request.get', { request: id })).state.pending).toHaveLength(1);
  asks.as('head');
  await asks.ask('recovery.setAside', { office: does.open.office, reason: '已电话核对。' });
  const { row, state } = await asks.ask('request.get', { request: id });
  expect(state.pending).toEqual([]);
  expect(row.state).toBe('withdrawn');
});

test('where no keychain keeps the key, the act on a proven rollback closes the data until a person unlocks it', async () => {
  const { asks, does } = await twoOffices();
  const { db } = asks.open.store;
  const before = readMeta(db, 'incarnation');
  unwrap(
    inOneTransaction(asks, (tx) => {
      const link = linkOf(tx, does.open.office, trueRandom);
      return ok(saveLink(tx, { ...link, doubt: { kind: 'proven', at: 0, upTo: 9 } }));
    }),
  );
  expect(await asks.ask('recovery.state', {})).toMatchObject({ state: 'rolled-back', partners: [{ state: 'proven' }] });
  asks.as('head');
  await asks.ask('recovery.takeOver', {});
  expect(asks.session.open()).toBeUndefined();
  expect(await asks.ask('session.status', {})).toMatchObject({ state: 'locked', requestsReadOnly: false });
  const [mark] = readFileSync(join(asks.folder, 'incarnation'), 'utf8').split('\n');
  expect(mark).not.toBe(before);
});
