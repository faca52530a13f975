import { normaliseIdentityNumber } from '../identity-number.ts';
import type { PartyType } from '../party.ts';
import type { CellLine } from './cells-of.ts';

/** What a column of a pasted block may be. */
export const columnKinds = ['name', 'idNo', 'uscc', 'legalRep', 'phone', 'address'] as const;

/** One of `columnKinds`. */
export type ColumnKind = (typeof columnKinds)[number];

/** The columns of a block in their order; null: not taken over. */
export type Columns = readonly (ColumnKind | null)[];

/** Words of headings, the more telling first: 身份证住址 is an address, not a number. */
const headings: readonly (readonly [ColumnKind, RegExp])[] = [
  ['address', /地址|住址|住所|address/i],
  ['phone', /电话|手机|联系方式|phone|mobile|^tel/i],
  ['uscc', /信用代码|credit code|uscc/i],
  ['legalRep', /法定代表人|法人代表|负责人|legal rep/i],
  ['idNo', /身份证|证件号|身份号码|identity|^id( ?(no|number))?\.?$/i],
  ['name', /姓名|名称|^(申请人|被申请人|当事人|劳动者|职工|员工|单位|用人单位)$|name/i],
];

const headingOf = (cell: string): ColumnKind | null => headings.find(([, words]) => words.test(cell))?.[0] ?? null;

const isIdNo = (cell: string): boolean => /^(\d{15}|\d{17}[\dX])$/.test(normaliseIdentityNumber(cell));
const isUscc = (cell: string): boolean =>
  /^[0-9A-Z]{18}$/.test(normaliseIdentityNumber(cell)) && !isIdNo(cell) && /\p{Nd}{8}/u.test(cell);
const isPhone = (cell: string): boolean =>
  /^((\+?86)?1\d{10}|0\d{9,11}|\d{7,8})$/.test(cell.normalize('NFKC').replace(/[\s\-()]/g, ''));
const isAddress = (cell: string): boolean => /[省市区县镇乡村路街弄号室]/u.test(cell) && Array.from(cell).length >= 5;
const isName = (cell: string): boolean => !/\d{3}/.test(cell) && /[\p{L}]/u.test(cell) && Array.from(cell).length <= 60;

const looks: readonly (readonly [ColumnKind, (cell: string) => boolean])[] = [
  ...([
    ['idNo', isIdNo],
    ['uscc', isUscc],
    ['phone', isPhone],
    ['address', isAddress],
    ['name', isName],
  ] as const),
];

/** The first lines tell what a column is; more would say the same. */
const sample = 200;

/** Columns by what stands in them: each kind takes the first column in which more than half of the cells look like it. */
function byContent(lines: readonly CellLine[], width: number, units: boolean): Columns {
  const kinds: (ColumnKind | null)[] = Array.from({ length: width }, () => null);
  for (const [kind, looksLike] of looks) {
    const free = kinds.findIndex((taken, column) => {
      const cells = lines.slice(0, sample).flatMap(({ cells: all }) => all[column] || []);
      return taken === null && cells.length > 0 && cells.filter(looksLike).length * 2 > cells.length;
    });
    // The name of a unit may look like an address: 青浦区某路某店.
    if (free !== -1 && !(units && kind === 'address' && free === 0)) kinds[free] = kind;
  }
  return kinds;
}

/** What was found out about the columns of a block, and its lines without the heading. */
export type Recognised = { readonly columns: Columns; readonly lines: readonly CellLine[] };

/**
 * Finds out what the columns of a block are: by a first line of headings, otherwise by what stands in them. Each kind is
 * taken once. A block of one column without a heading is one of names.
 */
export function recogniseColumns(lines: readonly CellLine[], type: PartyType): Recognised {
  const width = Math.max(0, ...lines.slice(0, sample).map(({ cells }) => cells.length));
  const [first, ...rest] = lines;
  const heads = first?.cells.map(headingOf) ?? [];
  const isHead = heads.includes('name') && first !== undefined && !first.cells.some((c) => isIdNo(c) || isPhone(c));
  const columns = isHead
    ? Array.from({ length: width }, (_, at) => {
        const kind = heads[at] ?? null;
        return heads.indexOf(kind) === at ? kind : null;
      })
    : byContent(lines, width, type === 'unit');
  const known = width === 1 && columns[0] === null ? (['name'] as const) : columns;
  return { columns: known, lines: isHead ? rest : lines };
}
