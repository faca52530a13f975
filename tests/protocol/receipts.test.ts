import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceId, OfficeId } from '#shared/base/ids.ts';
import { type Link, newLink } from '#shared/protocol/link.ts';
import { type Receipt, signReceipt } from '#shared/protocol/receipt.ts';
import { isDue, receiptDue, receiptMade, wakeAt } from '#shared/protocol/schedule.ts';
import type { StepState } from '#shared/protocol/step-types.ts';
import { emptyRoot } from '#shared/protocol/stream.ts';
import { beliefOf, takeReceipt } from '#shared/protocol/take-receipt.ts';
import { momentOf } from '#tests/simulation/sim-office.ts';
import { stubCrypto } from '#tests/simulation/stub-crypto.ts';
import { newPair } from './pair.ts';
import { receiptFor } from './receipt-for.ts';

const pair = newPair(stubCrypto);
const { a, b } = pair;
const nonce = (digit: string): string => digit.repeat(32);
const root = 'a'.repeat(64);

const receiptOf = (parts: Partial<Receipt>): Receipt => receiptFor(b, a, { root, ...parts });

const fresh: Link = { ...newLink(b.office, nonce('0')), out: { n: 50, root } };

function take(link: Link, parts: Partial<Receipt>, more: { key?: undefined; rootAt?: string } = {}): Link {
  const receipt = receiptOf(parts);
  const state: StepState = { link, stamp: undefined };
  const document = signReceipt(receipt, b.ports.signing);
  const key = 'key' in more ? undefined : a.keys.get(b.device);
  const rootAt = more.rootAt ?? root;
  const moment = { ...momentOf(a, pair.around), nonce: nonce('7') };
  return takeReceipt(state, { type: 'receipt', receipt, document, key, rootAt }, moment, a.ports).state.link;
}

describe('rule 7: the latest receipt', () => {
  test('is the one with the highest number; older ones and copies change nothing', () => {
    const third = take(fresh, { number: 3, upTo: 20 });
    expect(third.believed).toEqual({ incarnation: nonce('1'), number: 3, upTo: 20 });
    expect(take(third, { number: 3, upTo: 20 })).toBe(third);
    expect(take(third, { number: 2, upTo: 20 })).toBe(third);
    expect(take(third, { number: 2, upTo: 10 }).believed?.upTo).toBe(20);
    expect(take(third, { number: 4, upTo: 21 }).believed?.upTo).toBe(21);
  });

  test('a lower position is believed only when it echoes a nonce given after the doubt', () => {
    const told = take(fresh, { number: 3, upTo: 20, echo: nonce('0') });
    expect(told.nonceUsed).toBe(true);
    const doubted = take(told, { number: 4, upTo: 5, echo: nonce('0') });
    expect(doubted).toMatchObject({ believed: { upTo: 20 }, nonce: nonce('7'), nonceUsed: false });
    expect(doubted.receipt.dueAt).not.toBeNull();
    expect(take(doubted, { number: 5, upTo: 5, echo: nonce('0') }).believed?.upTo).toBe(20);
    const proved = take(doubted, { number: 5, upTo: 5, echo: nonce('7') });
    expect(proved.believed).toMatchObject({ number: 5, upTo: 5 });
    expect(proved.resend.at).not.toBeNull();
  });

  test('another incarnation must prove itself, the one it replaces never comes back', () => {
    const old = take(fresh, { number: 30, upTo: 20, echo: nonce('0') });
    const restored = { incarnation: nonce('2'), number: 1, upTo: 8 };
    const doubted = take(old, restored);
    expect(doubted.believed?.incarnation).toBe(nonce('1'));
    const proved = take(doubted, { ...restored, number: 2, echo: nonce('7') });
    expect(proved).toMatchObject({ believed: { incarnation: nonce('2'), upTo: 8 }, retired: [nonce('1')] });
    const late = receiptOf({ number: 99, upTo: 40, echo: proved.nonce });
    expect(beliefOf({ ...proved, nonceUsed: false }, late)).toBe('old');
  });

  test('a late copy does not bring an older nonce of the partner back', () => {
    const newest = take(fresh, { number: 5, upTo: 20, nonce: nonce('5') });
    expect(take(newest, { number: 2, upTo: 10, nonce: nonce('4') }).theirNonce).toBe(nonce('5'));
  });

  test('a receipt that names more than we have is not believed, and what it claims is asked back', () => {
    expect(take(fresh, { number: 1, upTo: 51 })).toMatchObject({
      ...{ doubt: { kind: 'claimed', upTo: 51 }, believed: null },
      asking: { why: 'doubt', streams: [{ stream: a.device, above: 0 }], answered: null },
    });
    expect(take(fresh, { number: 1, upTo: 5 }, { rootAt: emptyRoot }).doubt).toMatchObject({ kind: 'claimed' });
    expect(take(fresh, { number: 1, upTo: 5 }).doubt).toBeNull();
    expect(take(fresh, { number: 1, upTo: 49, ask: [{ from: 50, to: 50 }] }).doubt).toMatchObject({ kind: 'claimed' });
    expect(take(fresh, { number: 1, upTo: 48, ask: [{ from: 49, to: 49 }] }).doubt).toBeNull();
    expect(take(fresh, { number: 1, upTo: 50, ask: [{ from: 51, to: 50 }] }).doubt).toBeNull();
  });

  test('somebody else’s word is no receipt', () => {
    expect(take(fresh, { upTo: 5 }, { key: undefined })).toBe(fresh);
    expect(take(fresh, { upTo: 5, to: 'zj-hangzhou' as OfficeId })).toBe(fresh);
    expect(take(fresh, { upTo: 5, office: 'zj-hangzhou' as OfficeId })).toBe(fresh);
    expect(take(fresh, { upTo: 5, stream: 'f'.repeat(32) as DeviceId })).toBe(fresh);
  });

  test('about a device before ours changes nothing but which card the partner is known to hold', () => {
    const former = { number: 9, upTo: 5, stream: 'f'.repeat(32) as DeviceId, card: 'e'.repeat(64) };
    const knowing = take(fresh, { number: 3, upTo: 20, card: 'd'.repeat(64) });
    const told = take(knowing, former);
    expect({ ...told, receipt: knowing.receipt }).toEqual({
      ...knowing,
      theirs: { reader: 1, kinds: [], card: former.card },
    });
    expect(told.receipt.dueAt).not.toBeNull();
    expect(take(told, former)).toEqual(told);
    expect(take(knowing, former, { key: undefined })).toBe(knowing);
  });

  test('in any order of arrival the position ends where the highest number says', () => {
    const order = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(order, (numbers) => {
        const end = numbers.reduce((link, number) => take(link, { number, upTo: number * 3 }), fresh);
        expect(end.believed?.upTo).toBe(Math.max(...numbers) * 3);
      }),
    );
  });
});

describe('pacing', () => {
  const moments = fc.array(fc.tuple(fc.nat(2000), fc.boolean()), { minLength: 1, maxLength: 60 });

  test('two receipts never come within 300 ms, and without news ever more rarely', () => {
    fc.assert(
      fc.property(moments, (events) => {
        let link = fresh;
        let now = 1_000_000;
        const made: number[] = [];
        for (const [pause, news] of events) {
          now += pause;
          link = receiptDue(link, now, news);
          if (!isDue(link.receipt.dueAt, now)) continue;
          made.push(now);
          link = receiptMade(link, now, 1);
        }
        for (const [i, at] of made.entries()) if (i > 0) expect(at - (made[i - 1] ?? 0)).toBeGreaterThanOrEqual(300);
      }),
    );
  });

  test('without news the pauses double up to six hours', () => {
    let link = fresh;
    const pauses: number[] = [];
    let now = 1_000_000;
    for (let i = 0; i < 20; i += 1) {
      link = receiptDue(link, now, false);
      const at = wakeAt(link, now) ?? now;
      pauses.push(at - now);
      now = at;
      link = receiptMade(link, now, 1);
    }
    expect(pauses.at(-1)).toBe(6 * 3_600_000);
    expect(pauses.slice(1)).toEqual([...pauses.slice(1)].sort((x, y) => x - y));
  });

  test('a clock set back a year does not stop the timers', () => {
    const now = 1_772_409_600_000;
    const year = 365 * 86_400_000;
    const link = receiptMade(receiptDue(fresh, now, true), now, 1);
    expect(isDue(link.receipt.dueAt, now)).toBe(false);
    expect(isDue(link.receipt.dueAt, now - year)).toBe(true);
    expect(wakeAt(link, now - year)).toBe(now - year);
    const again = receiptDue(link, now - year, true);
    expect(again.receipt.dueAt).toBeLessThanOrEqual(now - year + 300);
  });
});
