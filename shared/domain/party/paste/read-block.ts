import type { LocalDate } from '#shared/base/local-date.ts';
import { matchWords } from '../match-words.ts';
import type { Party, PartyRole, PartyType } from '../party.ts';
import { type PartyRefusal, readParty } from '../read-party.ts';
import type { Warning } from '../warning.ts';
import { type CellLine, cellsOf } from './cells-of.ts';
import { type Columns, recogniseColumns } from './columns.ts';

/** What a block is read by. */
export type BlockSaid = {
  readonly text: string;
  /** Everybody of a block has one role and is of one type. */
  readonly role: PartyRole;
  readonly type: PartyType;
  /** What a person said the columns are; null: found out. */
  readonly columns: Columns | null;
};

/** A line of a block as a party, with every doubt about it; `fault`: it cannot be stored as it is. */
export type BlockRow = {
  readonly line: number;
  readonly party: Party;
  readonly warnings: readonly Warning[];
  readonly fault: PartyRefusal | null;
  /** Somebody of the block or of the file is this party already. */
  readonly twice: boolean;
};

/** A block read. `cut`: there were more lines than are taken at once, and they were not read. */
export type Block = { readonly columns: Columns; readonly rows: readonly BlockRow[]; readonly cut: boolean };

/** Lines taken at once. */
export const mostLines = 2000;

function partyOf({ cells }: CellLine, columns: Columns, { role, type }: BlockSaid): Party {
  const cell = (kind: string): string => {
    const at = columns.indexOf(kind as (typeof columns)[number]);
    return at === -1 ? '' : (cells[at] ?? '');
  };
  const person = type === 'person';
  return {
    ...{ role, type, name: cell('name'), idKind: person ? 'resident' : 'none', idNo: person ? cell('idNo') : '' },
    ...{ uscc: person ? '' : cell('uscc'), legalRep: person ? '' : cell('legalRep') },
    ...{ phone: cell('phone'), address: cell('address') },
  };
}

/** A number a spreadsheet made short, 3.10118E+17, has lost its last digits for good: it is left out. */
const rounded = /^\d(\.\d+)?E\+?\d+$/i;

const wordsOf = (party: Parameters<typeof matchWords>[0]): readonly string[] =>
  matchWords(party).map(({ by, word }) => `${by}\n${word}`);

/**
 * Reads a pasted block as parties: what its columns are, each line with its doubts, and who stands in the block twice or
 * on the file already. `known` are the parties of the file. Stores nothing.
 */
export function readBlock(
  said: BlockSaid,
  known: readonly Parameters<typeof matchWords>[0][],
  today: LocalDate,
): Block {
  const all = cellsOf(said.text);
  const found = recogniseColumns(all, said.type);
  const columns = said.columns ?? found.columns;
  const onFile = new Set(known.flatMap(wordsOf));
  const firstLine = new Map<string, number>();
  const rows = found.lines.slice(0, mostLines).map((line): BlockRow => {
    const cells = partyOf(line, columns, said);
    const lost = rounded.test(cells.idNo);
    const typed = lost ? { ...cells, idNo: '' } : cells;
    const read = readParty(typed, today);
    const party = read.ok ? read.value.party : typed;
    const words = wordsOf(party);
    const earlier = words.map((word) => firstLine.get(word)).find((at) => at !== undefined);
    for (const word of words) if (!firstLine.has(word)) firstLine.set(word, line.line);
    const there = words.some((word) => onFile.has(word));
    const doubts: readonly Warning[] = [
      ...(read.ok ? read.value.warnings : []),
      ...(lost ? [{ code: 'id.rounded', field: 'idNo' }] : []),
      ...(earlier === undefined ? [] : [{ code: 'party.twice-in-block', facts: { line: earlier } }]),
      ...(there ? [{ code: 'party.on-file' }] : []),
    ];
    return {
      line: line.line,
      party,
      warnings: doubts,
      fault: read.ok ? null : read.error,
      twice: there || earlier !== undefined,
    };
  });
  return { columns, rows, cut: found.lines.length > mostLines };
}
