import { beforeEach, describe, expect, test } from 'vitest';
import { receiptedUpTo } from '#shared/protocol/link.ts';
import { readReceipt } from '#shared/protocol/receipt.ts';
import { step } from '#shared/protocol/step.ts';
import { realCrypto } from '#tests/simulation/real-crypto.ts';
import { perform, receive, ring } from '#tests/simulation/run-step.ts';
import { momentOf } from '#tests/simulation/sim-office.ts';
import { newPair, openingFacts, type Pair, request } from './pair.ts';

let pair: Pair;
const bundles = () => pair.flying.filter((one) => one.text.startsWith('xieban-manifest'));
const receipts = () => pair.flying.filter((one) => one.text.startsWith('xieban-receipt'));
const slice = (office: Pair['a']) => office.store.slices.get(request);

beforeEach(() => {
  pair = newPair(realCrypto);
  pair.say(pair.a, 'r', 'request', openingFacts(pair.b));
});

describe('one request over the exchange', () => {
  test('both offices come to the same provable state, and each knows what the other holds', () => {
    pair.settle();
    pair.say(pair.b, 'e', 'register', { stored: '2026-03-02', number: 'R1' });
    pair.say(pair.b, 'e', 'accept', { handlers: ['h1', 'h2'], promised: '2026-03-20' });
    pair.settle();
    pair.say(pair.a, 'r', 'withdraw');
    pair.settle();
    expect(pair.state(pair.a).phase).toBe('withdrawn');
    expect(pair.digest(pair.a)).toBe(pair.digest(pair.b));
    expect(receiptedUpTo(pair.peer(pair.a).link)).toBe(2);
    expect(receiptedUpTo(pair.peer(pair.b).link)).toBe(3);
    expect(pair.peer(pair.a).kept).toEqual([]);
    expect(pair.around.watch.faults).toEqual([]);
  });

  test('the withdrawal counts when it arrives: after the result it is late on both sides', () => {
    pair.settle();
    pair.say(pair.b, 'e', 'register', { stored: '2026-03-02', number: null });
    pair.say(pair.b, 'e', 'accept', { handlers: ['h1', 'h2'], promised: '2026-03-20' });
    pair.say(pair.a, 'r', 'withdraw');
    pair.say(pair.b, 'e', 'result', { final: true, items: [{ id: 'i1', outcome: 'done' }], number: null });
    pair.settle();
    expect(pair.state(pair.a)).toMatchObject({ phase: 'answered', pending: [] });
    expect(pair.state(pair.a).order.at(-1)).toMatchObject({ outcome: 'late', reason: 'answered' });
    expect(pair.digest(pair.a)).toBe(pair.digest(pair.b));
  });
});

describe('faults of the way', () => {
  test('a duplicate changes nothing and is answered by a receipt', () => {
    const [bundle] = bundles();
    pair.deliver(bundle);
    const before = structuredClone([...pair.b.store.slices]);
    pair.deliver(bundle);
    pair.deliver(bundle);
    expect([...pair.b.store.slices]).toEqual(before);
    expect(pair.peer(pair.b).received).toHaveLength(1);
  });

  test('a later run is held, the earlier one asked for, and both taken when it comes', () => {
    pair.say(pair.a, 'r', 'note', {});
    pair.say(pair.a, 'r', 'withdraw');
    const [first, second, third] = bundles();
    pair.deliver(third);
    pair.deliver(second);
    expect(pair.peer(pair.b).received).toEqual([]);
    expect(pair.peer(pair.b).held.size).toBe(2);
    pair.flying.splice(0);
    pair.wait(300);
    const asked = readReceipt(receipts()[0]?.text ?? '');
    expect(asked.ok && asked.value.receipt).toMatchObject({ upTo: 0, ask: [{ from: 1, to: 1 }] });
    pair.deliver(first);
    expect(pair.peer(pair.b).received).toHaveLength(3);
    expect(pair.peer(pair.b).held.size).toBe(0);
    expect(pair.state(pair.b).phase).toBe('withdrawn');
  });

  test('more than 32 runs are not held, and still nothing is lost', () => {
    for (let i = 0; i < 40; i += 1) pair.say(pair.a, 'r', 'note', {});
    const [first, ...rest] = bundles();
    for (const one of rest) pair.deliver(one);
    expect(pair.peer(pair.b).held.size).toBe(32);
    pair.flying.splice(0);
    pair.deliver(first);
    pair.settle();
    pair.wait(20_000);
    pair.settle();
    expect(pair.peer(pair.b).received).toHaveLength(41);
  });

  test('rule 2: a bundle that fails as a bundle is set aside and asked for again', () => {
    const [bundle] = bundles();
    if (!bundle) throw new Error('nothing was sent');
    pair.deliver({ ...bundle, id: 'spoilt', text: bundle.text.replace('"last":1', '"last":2') });
    pair.deliver({ ...bundle, id: 'cut', text: bundle.text.slice(0, 200) });
    pair.deliver({ ...bundle, id: 'empty', text: '' });
    expect([...pair.peer(pair.b).aside].sort()).toEqual(['bundle-shape']);
    expect(pair.peer(pair.b).received).toEqual([]);
    pair.deliver(bundle);
    expect(pair.state(pair.b).phase).toBe('sent');
  });

  test('rule 2: an entry that fails inside a valid bundle is kept, counted and listed; only its chain stops', () => {
    // The sender's own disk spoilt a signature: the bundle around it is genuine.
    const store = pair.peer(pair.a);
    const spoilt = store.stream[0];
    if (!spoilt) throw new Error('nothing was streamed');
    store.kept = [];
    const signature = `${spoilt.entry.signature.slice(0, -2)}AA`;
    store.stream[0] = { ...spoilt, entry: { ...spoilt.entry, signature } };
    pair.flying.splice(0);
    pair.wait(20_000);
    for (const one of bundles()) pair.deliver(one);
    expect(pair.peer(pair.b).received).toEqual([spoilt.entry.id]);
    expect([...pair.peer(pair.b).unread]).toEqual([spoilt.entry.id]);
    pair.flying.splice(0);
    pair.wait(300);
    const told = readReceipt(receipts()[0]?.text ?? '');
    expect(told.ok && told.value.receipt).toMatchObject({ upTo: 1, rejected: [spoilt.entry.id] });
    pair.deliver(receipts()[0]);
    expect(receiptedUpTo(pair.peer(pair.a).link)).toBe(1);
    pair.say(pair.a, 'r', 'note', {});
    for (const one of bundles()) pair.deliver(one);
    expect(slice(pair.b)?.r.held.map((held) => held.state)).toEqual(['waiting']);
    expect(pair.peer(pair.b).received).toHaveLength(2);
  });

  test('an entry of somebody who is no party, or without the pen, is rejected', () => {
    pair.settle();
    // The requester writes into the executor's chain.
    pair.say(pair.a, 'e', 'register', { stored: '2026-03-02', number: null });
    for (const one of bundles()) pair.deliver(one);
    expect(slice(pair.b)?.e.entries).toEqual([]);
    expect(slice(pair.b)?.e.held).toMatchObject([{ state: 'rejected', reason: 'wrong-office' }]);
    expect(pair.state(pair.b).phase).toBe('sent');
  });

  test('rule 13: a bundle of an unknown office or device is not read', () => {
    const [bundle] = bundles();
    pair.b.keys.delete(pair.a.device);
    pair.deliver(bundle);
    expect([...pair.peer(pair.b).aside]).toEqual(['device-unknown']);
    expect(pair.peer(pair.b).received).toEqual([]);
  });

  test('the executor that has only been given a copy of the disk writes nothing', () => {
    const readOnly = { ...pair.b, ports: { ...pair.b.ports, self: { ...pair.b.ports.self, readOnly: true } } };
    pair.say(pair.a, 'r', 'withdraw');
    for (const one of bundles()) receive(readOnly, pair.a.office, one.id, one.text, pair.around);
    expect(slice(pair.b)).toMatchObject({ e: { entries: [] } });
    expect(pair.state(pair.b).pending).toHaveLength(1);
    const waiting = slice(pair.b) ?? expect.fail();
    perform(pair.b, pair.a.office, { type: 'catch-up', slice: waiting }, pair.around);
    expect(pair.state(pair.b)).toMatchObject({ phase: 'withdrawn', pending: [] });
  });
});

describe('rule 5: receipts by entries', () => {
  test('an entry of the executor whose seen covers ours counts as its receipt', () => {
    for (const one of bundles()) pair.deliver(one);
    pair.flying.splice(0);
    pair.say(pair.b, 'e', 'register', { stored: '2026-03-02', number: null });
    for (const one of bundles()) pair.deliver(one);
    expect(receiptedUpTo(pair.peer(pair.a).link)).toBe(0);
    expect(pair.state(pair.a).covered.r).toBe(1);
  });
});

describe('what to send follows from receipts', () => {
  test('nothing is cleared by having been given to a carrier, and pauses grow', () => {
    pair.flying.splice(0);
    const sendings: number[] = [];
    for (let second = 0; second < 200; second += 1) {
      pair.wait(1_000);
      if (bundles().length > 0) sendings.push(second);
      pair.flying.splice(0);
    }
    expect(pair.peer(pair.a).link.given).toBe(1);
    expect(sendings.length).toBeGreaterThanOrEqual(3);
    expect(sendings.length).toBeLessThanOrEqual(6);
    const pauses = sendings.slice(1).map((at, i) => at - (sendings[i] ?? 0));
    expect(pauses).toEqual([...pauses].sort((x, y) => x - y));
  });

  test('at most one receipt in 300 ms, however much arrives', () => {
    for (let i = 0; i < 20; i += 1) pair.say(pair.a, 'r', 'note', {});
    const sent = bundles();
    pair.flying.splice(0);
    for (const one of sent) {
      pair.deliver(one);
      pair.wait(10);
    }
    expect(receipts().length).toBeLessThanOrEqual(2);
  });

  test('a stick that leaves now takes a receipt with it', () => {
    for (const one of bundles()) pair.deliver(one);
    pair.flying.splice(0);
    ring(pair.b, pair.a.office, pair.around, true);
    expect(receipts()).toHaveLength(1);
  });

  test('a step is a function: the same state and input give the same result', () => {
    const [bundle] = bundles();
    const input = { type: 'bad-package', id: bundle?.id ?? '', code: 'x' } as const;
    const moment = momentOf(pair.b, pair.around);
    const state = pair.stepState(pair.b);
    const frozen = structuredClone(state);
    expect(step(state, input, moment, pair.b.ports)).toEqual(step(state, input, moment, pair.b.ports));
    expect(state).toEqual(frozen);
  });
});
