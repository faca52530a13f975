import type { LocalDate } from '#shared/base/local-date.ts';
import type { ClockEvent } from '../deadline/clock-event.ts';
import { clockGrounds } from '../deadline/data/clock-grounds.ts';
import type { ClockGround } from '../deadline/grounds.ts';
import type { DossierSide } from '../dossier/dossier.ts';
import type { StepSaid } from '../dossier/steps/step.ts';
import type { Columns } from './column-proposal.ts';
import type { Issues } from './issue.ts';
import { columnOf, dayIn, type ReadRow, textIn } from './read-row.ts';

type Of = { readonly side: DossierSide; readonly columns: Columns; readonly issues: Issues };

/** A clock event that is no step of the file. */
export type SaidClock = Pick<ClockEvent, 'ground' | 'decidedBy' | 'paper'> & {
  readonly type: 'RESTART' | 'EXCLUDE_BEGIN' | 'EXCLUDE_END';
};

/** An act as a line says it, with where it stands, before the law is asked. */
export type SaidAct = {
  readonly on: LocalDate;
  readonly line: number;
  readonly field: string;
  readonly said: StepSaid | SaidClock;
};

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\p{P}]/gu, '');

/** The ground a text names: by its number, or by words that fit one ground alone. */
export function groundNamed(text: string, effect: ClockGround['effect']): string | undefined {
  const grounds = clockGrounds.filter((ground) => ground.effect === effect);
  const exact = grounds.find(({ id }) => id === text.trim());
  if (exact) return exact.id;
  const word = plain(text);
  if (word.length < 2) return undefined;
  const fit = grounds.filter(({ name }) => plain(name.zh).includes(word) || word.includes(plain(name.zh)));
  return fit.length === 1 ? fit[0]?.id : undefined;
}

function groundIn(of: Of, row: ReadRow, field: string, effect: ClockGround['effect']): string | undefined {
  const found = groundNamed(textIn(row, field), effect);
  const column = columnOf(of.columns, field);
  if (found === undefined) of.issues.add({ line: row.line, column, code: 'import.ground-unknown', bad: true });
  return found;
}

function suspension(of: Of, row: ReadRow): readonly SaidAct[] {
  const on = dayIn(row, 'suspendedOn');
  if (on === undefined) return [];
  const ground = groundIn(of, row, 'suspendGround', 'suspend');
  if (ground === undefined) return [];
  const step = { code: `${of.side}.suspend`, on, ground };
  const by = { decidedBy: textIn(row, 'suspendBy'), paper: textIn(row, 'suspendPaper') };
  return [{ on, line: row.line, field: 'suspendedOn', said: { ...step, ...by } }];
}

function resumption(of: Of, row: ReadRow): readonly SaidAct[] {
  const on = dayIn(row, 'resumedOn');
  return on === undefined ? [] : [{ on, line: row.line, field: 'resumedOn', said: { code: `${of.side}.resume`, on } }];
}

function extension(of: Of, row: ReadRow): readonly SaidAct[] {
  const on = dayIn(row, 'extendedOn');
  if (on === undefined) return [];
  const amount = row.numbers.get('extendDays');
  const by = { decidedBy: textIn(row, 'extendBy'), paper: textIn(row, 'extendPaper') };
  const step = { code: `${of.side}.extend`, on, ...(amount === undefined ? {} : { amount }) };
  return [{ on, line: row.line, field: 'extendedOn', said: { ...step, ...by } }];
}

function restart(of: Of, row: ReadRow): readonly SaidAct[] {
  const on = dayIn(row, 'restartedOn');
  if (on === undefined) return [];
  const ground = groundIn(of, row, 'restartGround', 'restart');
  if (ground === undefined) return [];
  const by = { decidedBy: textIn(row, 'restartBy'), paper: textIn(row, 'restartPaper') };
  return [{ on, line: row.line, field: 'restartedOn', said: { type: 'RESTART', ground, ...by } }];
}

/** A period left out: its beginning, its end or both; a line with the end alone may leave the ground to the beginning. */
function exclusion(of: Of, row: ReadRow): readonly SaidAct[] {
  const [from, until] = [dayIn(row, 'excludedOn'), dayIn(row, 'excludedUntil')];
  if (from === undefined && until === undefined) return [];
  const named = from !== undefined || textIn(row, 'excludeGround') !== '';
  const ground = named ? groundIn(of, row, 'excludeGround', 'exclude') : undefined;
  if (named && ground === undefined) return [];
  const by = { decidedBy: textIn(row, 'excludeBy'), paper: textIn(row, 'excludePaper') };
  const why = ground === undefined ? {} : { ground };
  const { line } = row;
  const begin = { line, field: 'excludedOn', said: { type: 'EXCLUDE_BEGIN', ...why, ...by } } as const;
  const end = { line, field: 'excludedUntil', said: { type: 'EXCLUDE_END', ...why } } as const;
  return [
    ...(from === undefined ? [] : [{ on: from, ...begin }]),
    ...(until === undefined ? [] : [{ on: until, ...end }]),
  ];
}

/** What happened to a file after acceptance, in the order of the days; the same said on several lines is one. */
export function readActs(of: Of, rows: readonly ReadRow[]): readonly SaidAct[] {
  const found = new Map<string, SaidAct>();
  for (const row of rows) {
    const acts = [suspension, resumption, extension, restart, exclusion].flatMap((read) => read(of, row));
    for (const act of acts) {
      // Two periods may begin on one day, each on a ground of its own.
      const key = `${act.field} ${act.on} ${act.field.startsWith('exclude') ? (act.said.ground ?? '') : ''}`;
      if (!found.has(key)) found.set(key, act);
    }
  }
  return [...found.values()].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
