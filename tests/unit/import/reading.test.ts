import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { readSheet as readByPeer } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readCsvTable } from '#electron/services/import/reading/read-csv.ts';
import { readXlsx } from '#electron/services/import/reading/read-workbook.ts';
import { viewOf } from '#electron/services/import/reading/table-view.ts';
import { feedXml } from '#electron/services/import/reading/xml-feed.ts';
import { columnName } from '#shared/domain/import/cell.ts';
import { type XmlPiece, xmlPieces } from '#shared/reading/xml.ts';
import { openPackage } from '#shared/reading/zip.ts';
import { madeUpWorkbook } from '#tests/support/made-up-workbook.ts';

const choice = { charset: null, sheet: null };

function read(bytes: Uint8Array) {
  const table = readXlsx(bytes, choice);
  if (!table.ok) throw new Error(table.error.code);
  return table.value;
}

const textsOf = (bytes: Uint8Array) =>
  read(bytes).rows.map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? null));

describe('a workbook', () => {
  test('holds its cells with what they are, its lines with their numbers', () => {
    const rows = [
      ['案号', '日期'],
      [],
      ['1', { day: 46083 }, 7, { error: '#REF!' }, { formula: 'A1', result: 'x' }],
    ] as const;
    const table = read(madeUpWorkbook(rows));
    expect(table.rows).toEqual([
      {
        line: 1,
        cells: [
          { kind: 'text', text: '案号' },
          { kind: 'text', text: '日期' },
        ],
      },
      {
        line: 3,
        cells: [
          { kind: 'text', text: '1' },
          { kind: 'date', text: '46083' },
          { kind: 'number', text: '7' },
          { kind: 'error', text: '#REF!' },
          { kind: 'text', text: 'x', formula: true },
        ],
      },
    ]);
  });

  test.each<[number | string, string]>([
    ...([14, 15, 22, 30, 31, 58, 'yyyy-mm-dd', 'yyyy"年"m"月"d"日";@', '[$-804]m"月"d"日"'] as const).map(
      (as) => [as, 'date'] as [number | string, string],
    ),
    ...([17, 27, 36, 50, 52, 57, 'yyyy"年"m"月";@', '[$-804]yyyy/mm', 'mmm-yy', 'yyyy'] as const).map(
      (as) => [as, 'month'] as [number | string, string],
    ),
    ...([0, 2, 'h:mm', '0.00_d', '"d"0', 'General'] as const).map((as) => [as, 'number'] as [number | string, string]),
  ])('shows a number in the format %s as a %s', (as, kind) => {
    expect(read(madeUpWorkbook([[{ day: 46_082, as }]])).rows[0]?.cells).toEqual([{ kind, text: '46082' }]);
  });

  test('says from which day it counts, and every sheet is read by its name', () => {
    const book = madeUpWorkbook([['甲']], { base1904: true, name: '一', more: { 二: [['乙']] } });
    expect(read(book)).toMatchObject({ base: 1904, sheets: ['一', '二'], sheet: '一' });
    const second = readXlsx(book, { charset: null, sheet: '二' });
    expect(second.ok && second.value.rows[0]?.cells[0]?.text).toBe('乙');
    expect(readXlsx(book, { charset: null, sheet: '三' })).toEqual({
      ok: false,
      error: { code: 'import.no-such-sheet' },
    });
  });

  test('gives what was merged over lines to each of them', () => {
    const table = read(madeUpWorkbook([['号'], ['1', '甲'], [null, '乙'], [null, '丙']], { merged: ['A2:A4'] }));
    expect(table.rows.map(({ cells }) => cells[0]?.text)).toEqual(['号', '1', '1', '1']);
    expect(table.rows[2]?.cells[0]?.merged).toBe(true);
  });

  test('written by another program is read as its own reader reads it', async () => {
    const cell = fc.oneof(
      fc
        .string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abc中文&<>"\' 9') })
        .filter((text) => text.trim() === text && text !== ''),
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        async (rows) => {
          const bytes = await writeXlsxFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer();
          const peer = await readByPeer(bytes);
          const ours = textsOf(bytes);
          expect(ours.map((row) => row.filter((text) => text !== null))).toEqual(
            peer.map((row) => row.filter((value) => value !== null).map(String)).filter((row) => row.length > 0),
          );
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a hostile workbook', () => {
  test('unpacks to no more than there is room for, piece by piece', () => {
    const bomb = zipSync({ a: new Uint8Array(3 * 1024 * 1024) });
    const opened = openPackage(bomb, 1024 * 1024);
    expect(opened.ok && opened.value.pieces('a', () => true)).toEqual({ ok: false, error: 'too-large' });
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['without a list of sheets', { 'word/document.xml': '<w/>' }, 'import.not-a-table'],
    [
      'whose sheet is missing',
      {
        'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="r"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': '<R><Relationship Id="r" Target="worksheets/none.xml"/></R>',
      },
      'import.damaged',
    ],
    [
      'with a tag that never ends',
      {
        'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="r"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': '<R><Relationship Id="r" Target="s.xml"/></R>',
        'xl/s.xml': `<worksheet ${'a'.repeat(5_000_000)}`,
      },
      'import.damaged',
    ],
  ])('%s is refused', (_what, parts, code) => {
    const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
    expect(readXlsx(bytes, choice)).toEqual({ ok: false, error: { code } });
  });

  test('whose merged blocks fill more cells than there is room for is refused, and never read in half', () => {
    const head = Array.from({ length: 200 }, (_, at) => `列${at}`);
    const line = [...head.map(() => null), '尾'];
    const book = (lines: number) =>
      madeUpWorkbook([head, ...Array.from({ length: lines - 1 }, () => line)], {
        merged: head.map((_, at) => `${columnName(at)}1:${columnName(at)}${lines}`),
      });
    expect(readXlsx(book(1002), choice)).toEqual({
      ok: false,
      error: { code: 'import.too-much-merged', facts: { most: 200_000 } },
    });
    expect(read(book(1001)).rows.at(-1)?.cells[199]?.text).toBe('列199');
  });

  test('with cells far out, lines out of order and merges over everything stays in bounds', () => {
    const sheet =
      '<worksheet><sheetData><row r="9"><c r="XFD9"><v>1</v></c><c r="A9"><v>2</v></c></row><row r="x"><c><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>';
    const book = madeUpWorkbook([['x']]);
    expect(read(book).rows).toHaveLength(1);
    const opened = zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" r:id="r"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8('<R><Relationship Id="r" Target="/xl/s.xml"/></R>'),
      'xl/s.xml': strToU8(sheet),
    });
    expect(textsOf(opened)).toEqual([['2'], ['3']]);
  });

  test('of any bytes is answered', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const packed = Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]);
        expect(readXlsx(packed, choice).ok).toBe(false);
        expect(typeof readCsvTable(bytes, choice).ok).toBe('boolean');
      }),
    );
  });
});

test('XML that comes in parts is the same as XML that comes at once', () => {
  const xml = '<a x="1"><!-- > --><b>中文 &gt; x</b><![CDATA[<c>]]><d/></a>';
  const bytes = strToU8(xml);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bytes.length }), fc.integer({ min: 0, max: bytes.length }), (one, two) => {
      const [from, to] = one < two ? [one, two] : [two, one];
      const pieces: XmlPiece[] = [];
      const feed = feedXml((piece) => pieces.push(piece) > 0);
      for (const part of [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)]) feed.push(part);
      feed.end();
      expect(pieces).toEqual([...xmlPieces(xml)]);
    }),
  );
});

describe('a table in text form', () => {
  const rowsOf = (bytes: Uint8Array) => {
    const table = readCsvTable(bytes, choice);
    if (!table.ok) throw new Error(table.error.code);
    return table.value;
  };

  test('has the mark of its character set taken off, quotes read, and the number of the line each record begins on', () => {
    const table = rowsOf(strToU8('\uFEFF案号,请求\r\n1,"工资\r\n加班费, 奖金"\r\n\r\n2,"说""明"""\r\n'));
    expect(table.charset).toBe('utf-8');
    expect(table.rows.map(({ line, cells }) => [line, ...cells.map((cell) => cell?.text)])).toEqual([
      [1, '案号', '请求'],
      [2, '1', '工资\r\n加班费, 奖金'],
      [5, '2', '说"明"'],
    ]);
  });

  test.each([
    ['tabs', '案号\t申请人\n1\t王'],
    ['semicolons', '案号;申请人\n1;王'],
    ['commas', '案号,申请人\n1,王'],
  ])('between whose cells stand %s has two columns', (_what, text) => {
    expect(viewOf(rowsOf(strToU8(text)), null)?.columns).toHaveLength(2);
  });

  test('in UTF-16 is told by its mark, and bytes of no character set are refused', () => {
    expect(rowsOf(Buffer.from('\uFEFF案号,申请人\n1,王', 'utf16le')).charset).toBe('utf-16le');
    expect(readCsvTable(Uint8Array.from([0x61, 0xff, 0xff, 0x0a]), choice)).toEqual({
      ok: false,
      error: { code: 'import.charset-unknown' },
    });
  });

  test('of which the titles stand under a heading is split there, or where a person says', () => {
    const table = rowsOf(strToU8('台账,,\n,,\n案号,申请人,受理日期\n1,王,2026-03-02\n'));
    expect(viewOf(table, null)).toMatchObject({ head: 3, lines: 1 });
    expect(viewOf(table, 1)).toMatchObject({ head: 1, lines: 2 });
    expect(viewOf(table, 2)).toBeUndefined();
  });
});
