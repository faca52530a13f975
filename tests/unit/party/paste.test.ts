import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import { cellsOf } from '#shared/domain/party/paste/cells-of.ts';
import { recogniseColumns } from '#shared/domain/party/paste/columns.ts';
import { type BlockSaid, readBlock } from '#shared/domain/party/paste/read-block.ts';
import { madeUpCreditCode, madeUpId } from '#tests/support/made-up-parties.ts';

const today = localDate('2026-03-17');
const said = (text: string, more: Partial<BlockSaid> = {}): BlockSaid => ({
  ...{ text, role: 'applicant', type: 'person', columns: null },
  ...more,
});
const id = (serial: number): string => madeUpId('310118', '19850312', serial);
const codes = (text: string, known: Parameters<typeof readBlock>[1] = []): readonly (readonly string[])[] =>
  readBlock(said(text), known, today).rows.map(({ warnings }) => warnings.map(({ code }) => code));

describe('the cells of a pasted block', () => {
  it('lie between tabs, or commas of either width, with line numbers that count empty lines', () => {
    expect(cellsOf('周某某\t138\r\n\r\n吴某\t139\n')).toEqual([
      { line: 1, cells: ['周某某', '138'] },
      { line: 3, cells: ['吴某', '139'] },
    ]);
    expect(cellsOf('周某某,138')).toEqual([{ line: 1, cells: ['周某某', '138'] }]);
    expect(cellsOf('周某某，138')).toEqual([{ line: 1, cells: ['周某某', '138'] }]);
  });

  it('may be quoted, over several lines, and a lone quotation mark is a sign', () => {
    expect(cellsOf('"某路1号\n2室"\t"他说""好"""\n吴某\tx')).toEqual([
      { line: 1, cells: ['某路1号\n2室', '他说"好"'] },
      { line: 3, cells: ['吴某', 'x'] },
    ]);
    expect(cellsOf('"周某\t1\n吴某\t2').map(({ cells }) => cells)).toEqual([
      ['"周某', '1'],
      ['吴某', '2'],
    ]);
    expect(cellsOf("'310118\t周某")).toEqual([{ line: 1, cells: ['310118', '周某'] }]);
  });

  it('come back as they were written, whatever they hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ',', '\n', '周', '1', ' a', '，') }).map((text) => text.trim());
    const filled = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(filled, (rows) => {
        const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join('\t')).join('\n');
        const kept = rows.filter((row) => row.some((one) => one !== ''));
        expect(cellsOf(text).map(({ cells }) => cells)).toEqual(kept.map((row) => row.map((one) => one.trim())));
      }),
    );
  });

  it('are read in a time that grows with the text alone', () => {
    for (const piece of ['"a\t', 'a\n', '"a"b,', '"', '",', '"",']) {
      const begun = performance.now();
      cellsOf(piece.repeat(400_000 / piece.length));
      expect([piece, performance.now() - begun < 3000]).toEqual([piece, true]);
    }
  });
});

describe('the columns of a pasted block', () => {
  const columns = (text: string, type: 'person' | 'unit' = 'person') => recogniseColumns(cellsOf(text), type).columns;

  it('are told by their headings, and an address of the identity card is an address', () => {
    const text = `序号\t姓名\t身份证住址\t公民身份号码\t手机号\t备注\n1\t周某\t某路1号\t${id(1)}\t13800000001\t无`;
    expect(columns(text)).toEqual([null, 'name', 'address', 'idNo', 'phone', null]);
    expect(readBlock(said(text), [], today).rows.map(({ line, party }) => [line, party.name])).toEqual([[2, '周某']]);
  });

  it('are told by what stands in them where there is no heading', () => {
    const rows = [1, 2, 3].map((n) => `${n},${id(n)},周某${'甲乙丙'[n - 1]},1380000000${n},上海市青浦区某路${n}号`);
    expect(columns(rows.join('\n'))).toEqual([null, 'idNo', 'name', 'phone', 'address']);
    expect(columns('周某\n吴某')).toEqual(['name']);
    const unit = `青浦区某路某店有限公司\t${madeUpCreditCode('310118', 1)}\t021-59700000`;
    expect(columns(unit, 'unit')).toEqual(['name', 'uscc', 'phone']);
  });

  it('may be said by a person instead', () => {
    const block = readBlock(said(`甲\t乙`, { columns: [null, 'name'] }), [], today);
    expect(block.rows.map(({ party }) => party.name)).toEqual(['乙']);
  });
});

describe('the lines of a pasted block', () => {
  it('are warned about by number: old numbers, wrong check digits, shortened numbers', () => {
    const wrong = `${id(1).slice(0, 17)}${id(1).endsWith('1') ? '2' : '1'}`;
    const text = `姓名\t证件号码\n甲\t310118850312001\n乙\t${wrong}\n丙\t3.10118E+17\n丁\t${id(4)}`;
    expect(codes(text)).toEqual([['id.old-form'], ['id.check-digit'], ['id.rounded'], []]);
    expect(readBlock(said(text), [], today).rows[2]?.party.idNo).toBe('');
  });

  it('say who stands in the block twice, under the old number too, and who is on the file', () => {
    const old = `${id(7).slice(0, 6)}${id(7).slice(8, 17)}`;
    const known = { type: 'person', name: '丁', idKind: 'resident', idNo: id(9), uscc: '', phone: '' } as const;
    const block = readBlock(said(`姓名\t证件号码\n甲\t${id(7)}\n甲某\t${old}\n丁\t${id(9)}`), [known], today);
    expect(block.rows.map(({ twice }) => twice)).toEqual([false, true, true]);
    expect(block.rows[1]?.warnings).toContainEqual({ code: 'party.twice-in-block', facts: { line: 2 } });
    expect(block.rows[2]?.warnings).toContainEqual({ code: 'party.on-file' });
  });

  it('that cannot be stored say why, and more than 2 000 are not taken at once', () => {
    const block = readBlock(said(`姓名\t手机\n\t13800000001\n${'长'.repeat(300)}\t1`), [], today);
    expect(block.rows.map(({ fault }) => fault?.code)).toEqual(['party.name-empty', 'text.too-long']);
    expect(readBlock(said('周某\n'.repeat(2001)), [], today)).toMatchObject({ cut: true });
  });
});
