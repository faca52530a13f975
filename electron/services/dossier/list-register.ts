import type { ReadDb } from '#electron/store/db.ts';
import { closedPage } from '#electron/store/tables/dossier-steps.ts';
import { type DossierRow, findDossier } from '#electron/store/tables/dossiers.ts';
import { type BookDays, type GivenRow, givenPage } from '#electron/store/tables/given-numbers.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import { ok } from '#shared/base/result.ts';
import type { CallOutput, HandlerInput } from '#shared/contract/contract.ts';
import { seriesOfAll } from '#shared/domain/numbering/branch.ts';
import type { NumberSeries } from '#shared/domain/numbering/default-templates.ts';
import type { Handler } from '../context.ts';
import { branchesOf } from '../office/office-settings.ts';

type Input = HandlerInput<'register.list'>;
type Row = CallOutput<'register.list'>['rows'][number];

/** The days of a year or of one month of it. */
function daysOf({ year, month }: Input): BookDays {
  const day = (y: number, m: number): string => `${y}-${String(m).padStart(2, '0')}-01`;
  if (month === 0) return { from: day(year, 1), before: day(year + 1, 1) };
  return { from: day(year, month), before: month === 12 ? day(year + 1, 1) : day(year, month + 1) };
}

type Line = Pick<Row, 'number' | 'on' | 'other' | 'voidOn' | 'voidReason' | 'decidedBy' | 'paper'> & {
  readonly file: DossierRow;
};

function row({ file, ...line }: Line, names: ReadonlyMap<string, string>): Row {
  return {
    ...{ ...line, dossier: file.id, title: file.title, cause: file.cause, status: file.status },
    ...{ handler: names.get(file.handler ?? '') ?? '', acceptedOn: file.acceptedOn },
    ...{ closedOn: file.closedOn, closeType: file.closeType },
  };
}

/** A number of the book of receipt or of acceptance; a file that is not here has no line. */
function given(db: ReadDb, { book }: Input, one: GivenRow): readonly Line[] {
  const file = findDossier(db, one.dossier);
  if (!file) return [];
  const { text: number, on, voidOn, voidReason } = one;
  const other = book === 'received' ? (file.caseNo ?? '') : file.windowNo;
  return [{ number, on, other, voidOn, voidReason, decidedBy: '', paper: '', file }];
}

/** The series of a book: of the office and all of its branches, or of one of them alone. */
function seriesAsked(db: ReadDb, series: readonly NumberSeries[], { branch }: Input): readonly string[] {
  if (branch === '') return series;
  if (branch !== 'all') return series.map((one) => `${one}@${branch}`);
  return series.flatMap((one) => seriesOfAll(one, branchesOf(db)));
}

/** The books of an office: numbers in their order, voided ones in their place with the reason. */
export const listRegister: Handler<'register.list'> = ({ open }, input) => {
  const { db } = open.store;
  const { book, side, offset, limit } = input;
  const names = peopleNames(db);
  const of = { ...daysOf(input), side: side === 'both' ? null : side };
  if (book === 'closed') {
    const { total, rows } = closedPage(
      db,
      { ...of, branch: input.branch === 'all' ? null : input.branch },
      offset,
      limit,
    );
    const lines = rows.flatMap(({ dossier, ...closing }): readonly Line[] => {
      const file = findDossier(db, dossier);
      if (!file) return [];
      const { caseNo, windowNo } = file;
      const other = caseNo === null ? '' : windowNo;
      return [{ number: caseNo ?? windowNo, ...closing, other, voidOn: '', voidReason: '', file }];
    });
    return ok({ total, rows: lines.map((line) => row(line, names)) });
  }
  const received = book === 'received';
  const series = seriesAsked(
    db,
    received ? ['window'] : side === 'both' ? ['arb-case', 'lsi-case'] : [`${side}-case`],
    input,
  );
  const { total, rows } = givenPage(db, { ...of, side: received ? of.side : null, series }, offset, limit);
  return ok({ total, rows: rows.flatMap((one) => given(db, input, one)).map((line) => row(line, names)) });
};
