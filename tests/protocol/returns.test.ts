import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceId, EntryId } from '#shared/base/ids.ts';
import { type Link, newLink } from '#shared/protocol/link.ts';
import { newLife } from '#shared/protocol/new-life.ts';
import { askedBack, giveBack, returnArrived } from '#shared/protocol/returns.ts';
import type { StepState } from '#shared/protocol/step-types.ts';
import { momentOf } from '#tests/simulation/sim-office.ts';
import { stubCrypto } from '#tests/simulation/stub-crypto.ts';
import { newPair } from './pair.ts';
import { receiptFor } from './receipt-for.ts';

const pair = newPair(stubCrypto);
const { a, b } = pair;
const moment = momentOf(b, pair.around);
const hex = (digit: string): string => digit.repeat(32);
const lost = hex('a') as DeviceId;
const between = hex('b') as DeviceId;
const anew = hex('c') as DeviceId;
const id = (n: number): EntryId => `s1:${String(n).padStart(64, '0')}` as EntryId;
const at = (n: number) => ({ position: { n, root: 'a'.repeat(64) }, held: [], asks: false });

/** The partner's side: it holds two streams of the office that asks, and a few entries of the asking device. */
const link: Link = {
  ...newLink(a.office, hex('0')),
  incoming: { [lost]: at(9), [between]: at(4), [anew]: at(2) },
};
const asks = (nonce: string, above = 5) =>
  receiptFor(a, b, { device: anew, returns: { nonce, streams: [{ stream: lost, above }] } });
const give = (from: Link, receipt: ReturnType<typeof asks>, back: readonly EntryId[]) => {
  const state: StepState = { link: from, stamp: undefined };
  return giveBack(state, receipt, back, moment, b.ports);
};

describe('rule 8: entries asked back', () => {
  test('are those above the place that is named, and all of a stream the asking office does not know', () => {
    expect(askedBack(link, asks(hex('1')))).toEqual([
      { stream: lost, above: 5 },
      { stream: between, above: 0 },
    ]);
    expect(askedBack(link, receiptFor(a, b, { device: anew }))).toEqual([]);
  });

  test('go onto our stream once; the receipt that follows says up to where, and repeating the call asks for nothing', () => {
    const first = give(link, asks(hex('1')), [id(1), id(2)]);
    expect(first.writes.map((write) => write.type === 'streamed' && write.entry)).toEqual([id(1), id(2)]);
    const given = first.state.link;
    expect(given).toMatchObject({ out: { n: 2 }, returned: { nonce: hex('1'), upTo: 2 } });
    expect(given.receipt.dueAt).not.toBeNull();
    expect(askedBack(given, asks(hex('1')))).toEqual([]);
    expect(give(given, asks(hex('1')), []).state.link).toEqual(given);
  });

  test('of which nothing is here are answered all the same, so that the other may go on', () => {
    const { state, writes } = give(newLink(a.office, hex('0')), asks(hex('1')), []);
    expect(writes).toEqual([]);
    expect(state.link.returned).toEqual({ nonce: hex('1'), upTo: 0 });
  });

  test('keep standing: what comes later of a lost stream goes back, what the asking device writes does not', () => {
    const { state } = give(link, asks(hex('1')), []);
    const arrived = (device: DeviceId) => returnArrived(state, device, [id(7)], moment, b.ports);
    expect(arrived(lost).writes).toMatchObject([{ type: 'streamed', entry: id(7) }]);
    expect(arrived(lost).state.link.returned).toEqual({ nonce: hex('1'), upTo: 1 });
    expect(arrived(anew).writes).toEqual([]);
  });

  test('of a device that asked for its own and asks no more are its own no longer', () => {
    const own = receiptFor(a, b, { device: lost, returns: { nonce: hex('1'), streams: [{ stream: lost, above: 5 }] } });
    const { state } = give(link, own, []);
    const done = giveBack(state, receiptFor(a, b, { device: lost }), [], moment, b.ports);
    expect(returnArrived(state, lost, [id(7)], moment, b.ports).writes).toHaveLength(1);
    expect(returnArrived(done.state, lost, [id(7)], moment, b.ports).writes).toEqual([]);
    expect(returnArrived(done.state, between, [id(7)], moment, b.ports).writes).toHaveLength(1);
  });

  test('never are more than what is here, whatever places are named', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (above, held) => {
        const here: Link = { ...link, incoming: { [lost]: at(held) } };
        const found = askedBack(here, asks(hex('1'), above));
        expect(found).toEqual(above < held ? [{ stream: lost, above }] : []);
      }),
    );
  });
});

test('a new life of the data sends a stream of its own, believes nothing said before, and keeps what came', () => {
  const lived: Link = {
    ...link,
    given: 9,
    believed: { incarnation: hex('1'), number: 4, upTo: 9 },
    out: at(9).position,
  };
  const asking = { nonce: hex('5'), streams: [{ stream: lost, above: 9 }], at: 1 };
  const anewLink = newLife(lived, hex('6'), asking);
  expect(anewLink).toMatchObject({ out: { n: 0 }, given: 0, believed: null, nonce: hex('6'), returned: null });
  expect(anewLink).toMatchObject({ asking: { ...asking, why: 'new-life', answered: null }, incoming: lived.incoming });
  expect(anewLink.receipt).toMatchObject({ number: 0, dueAt: 0 });
});
