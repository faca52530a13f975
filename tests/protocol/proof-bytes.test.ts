import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sealProof } from '#shared/protocol/proof/seal-proof.ts';
import { verifyProof } from '#shared/protocol/proof/verify-proof.ts';
import { fromUtf8, utf8 } from '#shared/protocol/text-bytes.ts';
import { check, contentOf, foreign, named, ports, qingpu, writtenRequest } from './proof-case.ts';

const content = contentOf(writtenRequest());

describe('bytes that are no proof, or no whole one', () => {
  const text = fromUtf8(sealProof(content, qingpu.signing)) ?? '';
  const read = (changed: string): readonly string[] => named(verifyProof(utf8(changed), ports).faults);

  test('are told apart', () => {
    expect(read(text.slice(0, -200))).toEqual(['torn file/0']);
    expect(read(`${text} `)).toEqual(['not-canonical file/0']);
    expect(read(text.replace('"v":1}', '"v":1,"v":1}'))).toEqual(['not-canonical file/0']);
    expect(read(text.replace('"request":', '"request":"x","request":'))).toEqual(['not-canonical file/0']);
    expect(read(text.replace(/"v":1}$/, '"v":2}'))).toEqual(['newer file/0']);
    expect(read(text.replace('"suite":"s1"', '"suite":"s3"'))).toEqual(['shape file/0']);
    expect(read(text.replace('"suite":"s1"', '"suite":"s2"'))).toEqual(['suite-unknown file/0']);
    for (const other of ['', '{}', '[1]', 'null', '{"Format":"other"}', '\ufeff{}']) {
      expect(verifyProof(utf8(other), ports)).toMatchObject({ ok: false, isProof: false });
    }
    expect(verifyProof(Uint8Array.of(0x80, 0xff), ports).isProof).toBe(false);
  });

  test('that are deep or huge end at once', () => {
    const deep = `{"Format":"xieban-proof","x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect(read(deep)).toEqual(['torn file/0']);
    expect(named(verifyProof(new Uint8Array(128 * 1024 * 1024 + 1), ports).faults)).toEqual(['too-large file/0']);
    const many = { ...content, r: [], heads: { r: { seq: 9_000_000_000_000, id: foreign }, e: null } };
    expect(check(many).faults.length).toBeLessThan(100);
  });

  test('with any one byte changed are not a good proof', () => {
    const bytes = utf8(text);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const changed = Uint8Array.from(bytes);
        changed[at] = (bytes[at] ?? 0) ^ mask;
        expect(verifyProof(changed, ports).ok).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  test('with any run of bytes replaced, left out or put in twice never throw and are not a good proof', () => {
    const bytes = utf8(text);
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.nat(300), fc.uint8Array({ maxLength: 40 }), (at, gone, put) => {
        const changed = Uint8Array.from([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + gone)]);
        const same = changed.length === bytes.length && changed.every((byte, i) => byte === bytes[i]);
        expect(verifyProof(changed, ports).ok).toBe(same);
      }),
      { numRuns: 300 },
    );
  });
});
