import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type JsonObject } from '#shared/base/canonical-json.ts';
import type { EntryId } from '#shared/base/ids.ts';
import { rootAfter } from '#shared/protocol/bundle.ts';
import { cutRuns, runsToMake } from '#shared/protocol/cut-runs.ts';
import { mergeStamp, nextStamp, readStamp, skewMs, stamp } from '#shared/protocol/hybrid-clock.ts';
import { parseCanonical } from '#shared/protocol/read-json.ts';
import { extendStream, streamStart } from '#shared/protocol/stream.ts';
import { fromBase64Url, fromUtf8, toBase64Url, utf8 } from '#shared/protocol/text-bytes.ts';
import { stubCrypto } from '#tests/simulation/stub-crypto.ts';

const time = fc.integer({ min: 0, max: 4_000_000_000_000 });

describe('hybrid clock', () => {
  test('stamps of one device always grow, whatever its wall clock does', () => {
    fc.assert(
      fc.property(fc.array(time, { minLength: 2, maxLength: 50 }), (times) => {
        let last: string | undefined;
        for (const now of times) {
          const next = nextStamp(last, now);
          if (last !== undefined) expect(next > last).toBe(true);
          expect(readStamp(next)?.ms).toBeGreaterThanOrEqual(now);
          last = next;
        }
      }),
    );
  });

  test('a full counter moves on to the next millisecond', () => {
    expect(nextStamp(stamp(5, 9999), 5)).toBe(stamp(6, 0));
    expect(nextStamp(stamp(5, 3), 5)).toBe(stamp(5, 4));
    expect(nextStamp(stamp(5, 3), 6)).toBe(stamp(6, 0));
  });

  test('what was heard is before what is written next, and skew is only reported', () => {
    fc.assert(
      fc.property(time, time, time, (mine, heard, now) => {
        const merged = mergeStamp(stamp(mine, 0), stamp(heard, 7));
        expect(nextStamp(merged, now) > stamp(heard, 7)).toBe(true);
      }),
    );
    expect(mergeStamp(undefined, stamp(1, 1))).toBe(stamp(1, 1));
    expect(skewMs(stamp(1_000, 0), 400)).toBe(600);
    expect(skewMs('no stamp', 400)).toBe(0);
  });
});

describe('streams', () => {
  const ids = fc.array(fc.stringMatching(/^s1:[0-9a-f]{64}$/), { maxLength: 20 });
  const { hashing } = stubCrypto;

  test('a root names one sequence: it can be cut anywhere, and another order gives another root', () => {
    fc.assert(
      fc.property(ids, fc.nat(20), (list, at) => {
        const entries = list as EntryId[];
        const whole = rootAfter(streamStart, entries, hashing);
        const cut = Math.min(at, entries.length);
        const half = rootAfter(streamStart, entries.slice(0, cut), hashing);
        expect(rootAfter(half, entries.slice(cut), hashing)).toEqual(whole);
        expect(whole.n).toBe(entries.length);
        const turned = [...entries].reverse();
        if (turned.join() !== entries.join()) expect(rootAfter(streamStart, turned, hashing).root).not.toBe(whole.root);
      }),
    );
  });

  test('the same entry at another number gives another root', () => {
    const id = `s1:${'0'.repeat(64)}` as EntryId;
    expect(extendStream({ n: 1, root: 'a' }, id, hashing).root).not.toBe(
      extendStream({ n: 2, root: 'a' }, id, hashing).root,
    );
  });

  test('cut runs keep order and lose nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3_000_000 }), { maxLength: 3000 }), (sizes) => {
        const counts = cutRuns(sizes);
        expect(counts.reduce((a, b) => a + b, 0)).toBe(sizes.length);
        let at = 0;
        for (const count of counts) {
          const bytes = sizes.slice(at, at + count).reduce((a, b) => a + b, 0);
          expect(count === 1 || bytes <= 4 * 1024 * 1024).toBe(true);
          expect(count).toBeLessThanOrEqual(1000);
          at += count;
        }
      }),
      { numRuns: 30 },
    );
  });

  test('runs to make fill exactly what is neither kept nor receipted', () => {
    const run = fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.nat(6))
      .map(([first, more]) => ({ first, last: first + more }));
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), fc.nat(30), fc.nat(40), (kept, receipted, end) => {
        const made = runsToMake(kept, receipted, end);
        const inside = (runs: readonly { first: number; last: number }[], n: number): boolean =>
          runs.some(({ first, last }) => first <= n && n <= last);
        for (let n = 1; n <= end; n += 1) expect(inside(made, n)).toBe(n > receipted && !inside(kept, n));
      }),
    );
  });
});

describe('texts', () => {
  test('UTF-8 as Node writes it, and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([...utf8(text)]).toEqual([...Buffer.from(text, 'utf8')]);
        expect(fromUtf8(utf8(text))).toBe(text);
      }),
    );
    expect(fromUtf8(utf8('协'.repeat(9000)))).toBe('协'.repeat(9000));
  });

  test('bytes that are not UTF-8 are refused as Node refuses them', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const expected = (bytes: Uint8Array): string | undefined => {
      try {
        return strict.decode(bytes);
      } catch {
        return undefined;
      }
    };
    const byte = fc.oneof(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(0xc0, 0xe0, 0xed, 0xf0, 0xf4, 0x80, 0xa0, 0xbf),
    );
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 8 }), (values) => {
        const bytes = Uint8Array.from(values);
        expect(fromUtf8(bytes)).toBe(expected(bytes));
      }),
      { numRuns: 3000 },
    );
  });

  test('base64url as Node writes it, and one text for the same bytes only', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const text = toBase64Url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64Url(text)).toEqual(bytes);
      }),
    );
    expect(fromBase64Url('AB')).toBeUndefined();
    expect(fromBase64Url('A')).toBeUndefined();
    expect(fromBase64Url('A=')).toBeUndefined();
  });

  test('canonical text is read back to the same value, and nothing else is read', () => {
    const leaf = fc.oneof(fc.string(), fc.maxSafeInteger(), fc.boolean(), fc.constant(null));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.dictionary(fc.string(), fc.oneof({ maxDepth: 3 }, leaf, tie('tree'), fc.array(leaf)), { maxKeys: 5 }),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const text = canonicalJson(value as JsonObject);
        const read = parseCanonical(text);
        expect(read && canonicalJson(read)).toBe(text);
        expect(parseCanonical(`${text} `)).toBeUndefined();
      }),
    );
  });
});
