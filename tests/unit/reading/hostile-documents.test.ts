import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { firstPieces, gather, mostCharacters, textOf } from '#shared/reading/document.ts';
import { readDocx } from '#shared/reading/docx.ts';
import { readOfd } from '#shared/reading/ofd.ts';
import { pictureSize } from '#shared/reading/picture-size.ts';
import { readPlain } from '#shared/reading/plain.ts';
import { xmlPieces } from '#shared/reading/xml.ts';
import { openPackage } from '#shared/reading/zip.ts';
import { decode, docx, ofd, paragraph } from './made-up-documents.ts';

const zeros = (size: number): Uint8Array => zipSync({ 'word/document.xml': new Uint8Array(size) });

/** Writes another unpacked size into the list of a package of one part. */
function claiming(bytes: Uint8Array, size: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const at = copy.findIndex(
    (_byte, index) => copy[index] === 0x50 && copy[index + 1] === 0x4b && copy[index + 2] === 1,
  );
  new DataView(copy.buffer).setUint32(at + 24, size, true);
  return copy;
}

// Making a bomb takes longer than refusing it.
describe('a bomb', { timeout: 90_000 }, () => {
  it('is refused by the size it says and by the size that comes out', () => {
    const bomb = zeros(65 * 1024 * 1024);
    expect(bomb.length).toBeLessThan(200_000);
    expect(readDocx(bomb)).toEqual({ ok: false, error: 'too-large' });
    expect(readDocx(claiming(bomb, 10))).toEqual({ ok: false, error: 'too-large' });
  });

  it('of many parts shares one room', () => {
    const opened = openPackage(zipSync({ a: new Uint8Array(40 * 1024 * 1024), b: new Uint8Array(40 * 1024 * 1024) }));
    if (!opened.ok) throw new Error(opened.error);
    expect(opened.value.part('a').ok).toBe(true);
    expect(opened.value.part('b')).toEqual({ ok: false, error: 'too-large' });
  });

  it('of text is cut and says so', () => {
    const read = readDocx(docx(paragraph('字'.repeat(1000)).repeat(2100)));
    expect(read.ok && read.value.cut).toBe(true);
    expect(read.ok && textOf(read.value).length).toBeLessThanOrEqual(mostCharacters);
    const plain = readPlain(new Uint8Array(mostCharacters + 10).fill(65), decode);
    expect(plain.ok && plain.value.cut).toBe(true);
  });

  it('of empty cells counts them, and only so many are drawn', () => {
    const row = `<w:tr>${'<w:tc></w:tc>'.repeat(10)}</w:tr>`;
    const read = readDocx(docx(`<w:tbl>${row.repeat(3000)}</w:tbl>`));
    if (!read.ok) throw new Error(read.error);
    const [table] = firstPieces(read.value.blocks, 110);
    expect(table?.kind === 'table' && table.rows.length).toBe(10);
    expect(
      firstPieces(
        [
          { kind: 'paragraph', text: 'a' },
          { kind: 'page', number: 1 },
        ],
        1,
      ),
    ).toHaveLength(1);
    const gathering = gather();
    const rows = Array.from({ length: mostCharacters }, (): string[] => []);
    expect(gathering.add({ kind: 'table', rows })).toBe(false);
    expect(gathering.done(null)).toEqual({ blocks: [], pages: null, cut: true });
  });

  it('of one endless name costs time in proportion', () => {
    const started = performance.now();
    expect([...xmlPieces(`<a ${'b'.repeat(2_000_000)}>x`)].at(-1)).toEqual({ kind: 'text', text: 'x' });
    expect([...xmlPieces(`<a ${'b='.repeat(500_000)}>x`)].length).toBe(2);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('any damage', () => {
  const whole = [docx(paragraph('张样').repeat(20)), ofd([[[1, '一']], [[2, '二']]])];

  it('is answered and never thrown, also in the middle of a package', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 8 }),
        (bytes, hits) => {
          const hurt = Uint8Array.from(bytes);
          for (const [at, value] of hits) hurt[at % hurt.length] = value;
          for (const read of [readDocx(hurt), readOfd(hurt)]) expect(typeof read.ok).toBe('boolean');
        },
      ),
    );
  });

  it('and any bytes at all are answered', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(readDocx(bytes).ok).toBe(false);
        expect(readOfd(bytes).ok).toBe(false);
        expect(readPlain(bytes, decode).ok).toBe(true);
        const size = pictureSize(bytes);
        expect(size === undefined || size.width >= 0).toBe(true);
      }),
    );
  });

  it('of a locked package is called locked', () => {
    const locked = Uint8Array.from(docx('x'));
    const at = locked.findIndex((_b, i) => locked[i] === 0x50 && locked[i + 1] === 0x4b && locked[i + 2] === 1);
    locked[at + 8] = 1;
    expect(readDocx(locked)).toEqual({ ok: false, error: 'protected' });
  });
});
