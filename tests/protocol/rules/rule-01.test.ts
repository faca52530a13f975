import { describe, expect, test } from 'vitest';
import type { DeviceId } from '#shared/base/ids.ts';
import { newLink, withIncoming } from '#shared/protocol/link.ts';
import { makeReceipts } from '#shared/protocol/make-receipts.ts';
import { nextTakeover } from '#shared/protocol/next-takeover.ts';
import { readReceipt, receiptSignedBy, signReceipt, writeReceipt } from '#shared/protocol/receipt.ts';
import { step } from '#shared/protocol/step.ts';
import { takeoverFacts } from '#shared/protocol/takeover.ts';
import { momentOf } from '#tests/simulation/sim-office.ts';
import { stubCrypto } from '#tests/simulation/stub-crypto.ts';
import { newPair } from '../pair.ts';
import { receiptFor } from '../receipt-for.ts';
import { author, newDesk, rootOf, write } from './desk.ts';

const pair = newPair(stubCrypto);
const { a, b } = pair;
const root = 'a'.repeat(64);
const noLists = { opened: [], rejected: [], notUnderstood: [], missing: [], card: null };

describe('rule 1: the receiving device', () => {
  test('signs a receipt for the stream of every device of the partner', () => {
    const other = 'd'.repeat(32) as DeviceId;
    const held = (n: number) => ({ position: { n, root }, held: [], asks: false });
    const link = withIncoming(withIncoming(newLink(b.office, '0'.repeat(32)), b.device, held(3)), other, held(7));
    const { writes, outputs } = makeReceipts(link, noLists, 0, a.ports);
    const said = outputs.flatMap((output) => {
      const read = output.type === 'receipt' ? readReceipt(writeReceipt(output.document)) : undefined;
      return read?.ok ? [read.value] : [];
    });
    expect(said.map(({ receipt }) => [receipt.stream, receipt.upTo, receipt.number])).toEqual([
      [b.device, 3, 1],
      [other, 7, 2],
    ]);
    expect(writes).toHaveLength(2);
    for (const { receipt, document } of said) {
      expect(receipt.device).toBe(a.device);
      expect(receiptSignedBy(document, a.ports.signing.publicKey, a.ports.verifying)).toBe(true);
    }
  });

  test('is the only one whose receipts count: a receipt of any other device of the office changes nothing', () => {
    const state = { link: { ...newLink(b.office, '0'.repeat(32)), out: { n: 5, root } }, stamp: undefined };
    const receipt = receiptFor(b, a, { upTo: 5, root });
    const document = signReceipt(receipt, b.ports.signing);
    const take = (key: ReturnType<typeof a.keys.get>) =>
      step(state, { type: 'receipt', receipt, document, key, rootAt: root }, momentOf(a, pair.around), a.ports).state;
    expect(take(a.keys.get(b.device)).link.believed).toMatchObject({ upTo: 5 });
    expect(take(undefined).link).toEqual(state.link);
    expect(take(a.keys.get(a.device)).link).toEqual(state.link);
  });

  test('that the opening names opens the executor’s chain; any other one of the office has to take it over', () => {
    const [asks, intake, other] = [author('sh-qingpu', 'one'), author('js-wujiang', 'in'), author('js-wujiang', 'too')];
    const opening = {
      ...{ kind: 'ARB_INVESTIGATE', to: intake.office, urgency: 'normal', items: [{ id: 'i1', kind: 'inquiry' }] },
      ...{ papers: [], agreed: '2026-03-23', number: null, card: 'c'.repeat(64), intake: intake.device },
    };
    const desk = newDesk(asks, intake.office, [asks, intake, other]);
    desk.take(write(desk.slice(), 'r', asks, 'request', opening));
    const register = { stored: '2026-03-02', number: null };
    desk.take(write(desk.slice(), 'e', other, 'register', register));
    expect(desk.kinds('e')).toEqual([]);
    expect(desk.beside('e')).toEqual(['rejected wrong-pen']);
    const takeover = nextTakeover(desk.slice(), 'e', other.office, other.device);
    if (!takeover) throw new Error('there is a pen to take');
    desk.take(write(desk.slice(), 'e', other, 'pen', takeoverFacts(takeover, rootOf(other.office)), takeover.number));
    desk.take(write(desk.slice(), 'e', other, 'register', register, takeover.number));
    expect(desk.kinds('e')).toEqual(['pen', 'register']);
  });
});
