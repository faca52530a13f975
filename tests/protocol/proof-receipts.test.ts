import { describe, expect, test } from 'vitest';
import type { EntryId } from '#shared/base/ids.ts';
import type { ProofContent } from '#shared/protocol/proof/proof-file.ts';
import {
  cardOf,
  check,
  contentOf,
  foreign,
  named,
  qingpu,
  receiptOver,
  stranger,
  writtenRequest,
  wujiang,
} from './proof-case.ts';

const slice = writtenRequest();
const content = contentOf(slice);
const faults = (changed: ProofContent): readonly string[] => named(check(changed).faults);

const [stream] = content.streams;
if (!stream) throw new Error('the case has a stream');
const withStream = (change: Partial<typeof stream>): ProofContent => ({
  ...content,
  streams: [{ ...stream, ...change }],
});

describe('receipts in a proof', () => {
  test('over another root show that the history was rewritten, although every signature is good', () => {
    const rewritten = contentOf(writtenRequest('事后改写的内容'));
    const verdict = check({
      ...rewritten,
      streams: rewritten.streams.map((one) => ({ ...one, receipts: stream.receipts })),
    });
    expect(named(verdict.faults)).toEqual(['root-differs receipt/1', 'root-differs receipt/2']);
    expect(verdict.lines.every(({ genuine, receipt }) => genuine && receipt === null)).toBe(true);
  });

  test('whose ids were exchanged, left out or numbered otherwise do not count', () => {
    const [run] = stream.runs;
    if (!run) throw new Error('the stream has a run');
    const ids = run.ids.toReversed();
    expect(faults(withStream({ runs: [{ ...run, ids }] }))).toEqual([
      'root-differs receipt/1',
      'root-differs receipt/2',
    ]);
    expect(faults(withStream({ runs: [{ ...run, first: 3 }] }))).toEqual([
      'run-missing receipt/1',
      'root-differs receipt/2',
    ]);
    expect(faults(withStream({ runs: [] }))).toEqual(['run-missing receipt/1', 'run-missing receipt/2']);
  });

  test('that are forged, of another stream or of an office that has no part do not count', () => {
    const ids = [foreign];
    const signatures = stream.receipts.map((one, i) => ({
      ...one,
      signature: stream.receipts[1 - i]?.signature ?? '',
    }));
    expect(faults(withStream({ receipts: signatures }))).toEqual([
      'receipt-signature receipt/1',
      'receipt-signature receipt/2',
    ]);
    const other = [receiptOver(ids, 1, { stream: wujiang.device }), receiptOver(ids, 1, { device: stranger.device })];
    expect(faults(withStream({ receipts: other }))).toEqual(['receipt-stream receipt/1', 'receipt-device receipt/2']);
    expect(faults(withStream({ to: stranger.office, receipts: [] }))).toEqual(['receipt-stream stream/1']);
    expect(faults(withStream({ receipts: [{ text: '{}', signature: '', heard: '2026-03-12' }] }))).toEqual([
      'receipt receipt/1',
    ]);
  });

  test('that name an entry as refused say so; without any, entries the partner had seen still count as held', () => {
    const id = slice.r.entries[1]?.id as EntryId;
    const run = stream.runs[0];
    const all = [foreign, ...(run?.ids ?? [])];
    const verdict = check(withStream({ receipts: [receiptOver(all, 4, { rejected: [id] })] }));
    expect(named(verdict.remarks)).toContain('refused-there r/2');
    expect(verdict.remarks.some(({ code }) => code === 'receipt-revoked')).toBe(false);
    const none = check({ ...content, streams: [] });
    expect(none.ok).toBe(true);
    expect(none.lines[0]).toMatchObject({ receipt: null, seen: { seq: 1 } });
  });

  test('signed by a device its office has revoked count, and each says so', () => {
    const revoked = cardOf(wujiang, { version: 2, revoked: [wujiang.device] });
    const verdict = check({ ...content, cards: [cardOf(qingpu), revoked] });
    expect(named(verdict.remarks)).toEqual(
      expect.arrayContaining(['receipt-revoked receipt/1', 'receipt-revoked receipt/2']),
    );
    expect(verdict.receipts).toHaveLength(2);
    const ours = cardOf(qingpu, { version: 2, revoked: [qingpu.device] });
    const own = check({ ...content, cards: [ours, cardOf(wujiang)] });
    expect(own.remarks.some(({ code }) => code === 'receipt-revoked')).toBe(false);
  });
});
