import { describe, expect, test } from 'vitest';
import { doubtOf, heardAnswer, proveDoubt, settleDoubt } from '#shared/protocol/doubt.ts';
import { type Link, mayWriteOn, newLink, withIncoming } from '#shared/protocol/link.ts';
import { beliefOf } from '#shared/protocol/take-receipt.ts';
import { momentOf } from '#tests/simulation/sim-office.ts';
import { stubCrypto } from '#tests/simulation/stub-crypto.ts';
import { newPair } from '../pair.ts';
import { receiptFor } from '../receipt-for.ts';

const pair = newPair(stubCrypto);
const { a, b } = pair;
const nonce = (digit: string): string => digit.repeat(32);
const moment = { ...momentOf(a, pair.around), nonce: nonce('7') };
const believed = { incarnation: nonce('1'), number: 9, upTo: 3 };
const link: Link = { ...newLink(b.office, nonce('0')), out: { n: 5, root: 'a'.repeat(64) }, believed };
const claimed = doubtOf(link, 8, moment, a.ports);
const holding = (of: Link, n: number): Link =>
  withIncoming(of, b.device, { position: { n, root: 'b'.repeat(64) }, held: [], asks: false });

describe('rule 7: a receipt that names more of ours than is here', () => {
  test('asks for what lies above the place both agree on, and nothing is written to that partner meanwhile', () => {
    expect(claimed.asking).toMatchObject({
      why: 'doubt',
      nonce: nonce('7'),
      streams: [{ stream: a.device, above: 3 }],
    });
    expect([mayWriteOn(link), mayWriteOn(claimed)]).toEqual([true, false]);
    expect(doubtOf(claimed, 20, moment, a.ports)).toBe(claimed);
  });

  test('is refuted once the answer to this very question is here and brought nothing', () => {
    const other = heardAnswer(claimed, b.device, { nonce: nonce('6'), upTo: 0 });
    expect(other).toBe(claimed);
    const heard = heardAnswer(claimed, b.device, { nonce: nonce('7'), upTo: 4 });
    expect(settleDoubt(holding(heard, 3))).toMatchObject({ doubt: { kind: 'claimed' } });
    const settled = settleDoubt(holding(heard, 4));
    expect(settled).toMatchObject({ doubt: { kind: 'refuted', upTo: 8 }, asking: null });
    expect(mayWriteOn(settled)).toBe(true);
    // The same word asks nothing again, a bigger one does.
    expect(doubtOf(settled, 8, moment, a.ports)).toBe(settled);
    expect(doubtOf(settled, 9, moment, a.ports)).toMatchObject({ doubt: { kind: 'claimed', upTo: 9 } });
  });

  test('is proven by an entry of ours that came back, and no answer refutes that any more', () => {
    const proven = proveDoubt(claimed, moment.nowMs);
    const heard = heardAnswer(proven, b.device, { nonce: nonce('7'), upTo: 4 });
    expect(settleDoubt(holding(heard, 4))).toMatchObject({ doubt: { kind: 'proven' } });
    expect(mayWriteOn(proven)).toBe(false);
  });

  test('settles nothing of a new life: what was asked at its beginning goes on being asked', () => {
    const asking = { why: 'new-life' as const, nonce: nonce('5'), streams: [], at: 0, answered: null };
    const both = doubtOf({ ...link, asking }, 8, moment, a.ports);
    expect(both.asking).toEqual(asking);
    const heard = heardAnswer(both, b.device, { nonce: nonce('5'), upTo: 1 });
    expect(settleDoubt(holding(heard, 1))).toMatchObject({ doubt: { kind: 'refuted' }, asking: { why: 'new-life' } });
  });
});

test('rule 7: a lower number that asks back anew has to prove itself and is not passed over as old', () => {
  const lower = { number: 4, upTo: 3, incarnation: nonce('1') };
  expect(beliefOf(link, receiptFor(b, a, lower))).toBe('old');
  const asks = { ...lower, returns: { nonce: nonce('4'), streams: [] } };
  expect(beliefOf(link, receiptFor(b, a, asks))).toBe('prove');
  expect(beliefOf(link, receiptFor(b, a, { ...asks, echo: link.nonce }))).toBe('believe');
  expect(beliefOf({ ...link, returned: { nonce: nonce('4'), upTo: 2 } }, receiptFor(b, a, asks))).toBe('old');
});
