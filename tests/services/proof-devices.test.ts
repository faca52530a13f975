import { expect, test } from 'vitest';
import { ownCard } from '#electron/services/partner/own-card.ts';
import { makeProof } from '#electron/services/request/prove-request.ts';
import type { ReadDb, SqlValue } from '#electron/store/db.ts';
import { takenCards } from '#electron/store/tables/proof-rows.ts';
import type { RequestId } from '#shared/base/ids.ts';
import { deviceIdOf } from '#shared/protocol/device-key.ts';
import { signCard, writeCard } from '#shared/protocol/partner-card.ts';
import { readProof } from '#shared/protocol/proof/proof-file.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { acceptedThere, sentRequest, type TwoOffices, twoOffices } from './support/two-offices.ts';

test('a request whose devices were replaced on both sides since is proved by earlier cards and the root key', async () => {
  const offices = await twoOffices();
  const { asks, does, exchange } = offices;
  const id = (await sentRequest(offices)) as RequestId;
  await exchange();
  await acceptedThere(offices, id, '2026-03-12');
  await exchange();
  const { suite } = asks.open;
  const renewed = suite.signing(suite.makeSigningKeys(trueRandom));
  const device = deviceIdOf(renewed.publicKey, suite);

  const held = ownCard(does.open);
  if (!held) throw new Error('an office has a card');
  const intake = { device, key: renewed.publicKey };
  const card = { ...held.card, version: held.card.version + 1, intake };
  const document = signCard(card, suite.signing(does.open.keys.root), suite).document;
  await asks.ask('partner.add', { bytes: new TextEncoder().encode(writeCard(document)), confirmed: true });
  const proof = await asks.ask('request.proof', { request: id });
  expect(proof.faults).toEqual([]);
  expect(proof.receipts.length).toBeGreaterThan(0);

  // As after a restore: another device writes for the office, and the first one's entries stand in the chain.
  const open = { ...does.open, device, signing: renewed };
  const { verdict } = unwrap(makeProof(open, id, true));
  expect(verdict.faults).toEqual([]);
  expect(verdict.lines.some(({ side, genuine }) => side === 'e' && genuine)).toBe(true);
});

/** A request that the partner accepted, and the card of the partner taken once more under another name. */
async function acceptedAndRenamed(offices: TwoOffices): Promise<RequestId> {
  const { asks, does, exchange } = offices;
  const id = (await sentRequest(offices)) as RequestId;
  await exchange();
  await acceptedThere(offices, id, '2026-03-12');
  await exchange();
  await does.ask('office.amend', { name: '吴江仲裁院', address: '', postcode: '', phone: '', uscc: '' });
  await asks.ask('partner.add', { bytes: (await does.ask('partner.ownCard', {})).bytes, confirmed: true });
  return id;
}

test.each([
  ['s1', 's1'],
  ['s1', 's2'],
  ['s2', 's1'],
] as const)(
  'of %s and %s: the card held names the devices that wrote, so no earlier card goes along',
  async (...suites) => {
    const offices = await twoOffices('2026-03-12T09:30', suites);
    const id = await acceptedAndRenamed(offices);
    const { bytes, verdict } = unwrap(makeProof(offices.asks.open, id, false));
    expect(verdict.faults).toEqual([]);
    expect(unwrap(readProof(bytes)).cards).toHaveLength(2);
  },
);

test('neither the own card nor the cards of a partner are looked for in every entry', async () => {
  const { asks, does } = await twoOffices();
  const { db } = asks.open.store;
  const plans: string[] = [];
  const explain = (sql: string, values: readonly SqlValue[]): void => {
    const steps = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values);
    if (/\bFROM entry\b/.test(sql)) plans.push(steps.map(({ detail }) => detail).join('; '));
  };
  const watched: ReadDb = {
    ...db,
    all: (sql, ...values) => {
      explain(sql, values);
      return db.all(sql, ...values);
    },
    get: (sql, ...values) => {
      explain(sql, values);
      return db.get(sql, ...values);
    },
  };
  expect(takenCards(watched, does.open.office)).toHaveLength(1);
  expect(ownCard({ ...asks.open, store: { ...asks.open.store, db: watched } })?.card.version).toBe(
    ownCard(asks.open)?.card.version,
  );
  expect(plans).toHaveLength(2);
  for (const plan of plans) expect(plan).toContain('SEARCH entry USING INDEX entry_rare');
});
