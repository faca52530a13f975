import { expect, test } from 'vitest';
import { ownCard } from '#electron/services/partner/own-card.ts';
import { makeProof } from '#electron/services/request/prove-request.ts';
import type { RequestId } from '#shared/base/ids.ts';
import { deviceIdOf } from '#shared/protocol/device-key.ts';
import { signCard, writeCard } from '#shared/protocol/partner-card.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { acceptedThere, sentRequest, twoOffices } from './support/two-offices.ts';

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
