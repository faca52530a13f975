import { daysBetween, type LocalDate, later } from '#shared/base/local-date.ts';
import type { Deadline, DeadlineStep } from '#shared/domain/deadline/deadline.ts';
import { hasRunOut } from '#shared/domain/deadline/runs-out.ts';

/** How a piece of the bar is drawn. 'used' and 'left' are the two sides of today inside counted days. */
export type PieceKind = 'used' | 'left' | 'paused' | 'excluded' | 'void' | 'skipped' | 'overdue';

/** A piece of the bar; `start` and `end` are fractions of its width. `days` is in the unit the limit counts. */
export type StripPiece = {
  readonly key: string;
  readonly kind: PieceKind;
  readonly start: number;
  readonly end: number;
  readonly days: number | null;
  readonly ground: string | null;
  readonly extended: boolean;
};

/** A date marked on the bar. */
export type StripMark = {
  readonly key: string;
  readonly date: LocalDate;
  readonly at: number;
  readonly kind: 'start' | 'paused' | 'resumed' | 'extended' | 'restart' | 'due' | 'today';
};

/** The bar of a deadline as fractions of its width. */
export type StripGeometry = { readonly pieces: readonly StripPiece[]; readonly marks: readonly StripMark[] };

/** An overdue tail takes at most this part of the days before it: years of delay must not squeeze the explanation away. */
const longestTail = 0.35;

const stepEnd = (step: DeadlineStep, today: LocalDate): LocalDate => step.to ?? later(today, step.from);

function pieceKind(step: DeadlineStep): PieceKind {
  if (step.kind === 'paused' || step.kind === 'excluded' || step.kind === 'skipped') return step.kind;
  return step.kind === 'restart' ? 'void' : 'used';
}

type Axis = { readonly at: (date: LocalDate) => number };

function axisOf(deadline: Deadline, start: LocalDate, today: LocalDate): Axis {
  const last = deadline.steps.map((step) => stepEnd(step, today)).reduce(later, deadline.legal ?? start);
  const own = Math.max(1, daysBetween(start, last));
  const tail = isOverdue(deadline, today) ? Math.min(daysBetween(last, today), Math.ceil(own * longestTail)) : 0;
  return { at: (date) => Math.max(0, Math.min(1, daysBetween(start, date) / (own + tail))) };
}

function isOverdue(deadline: Deadline, today: LocalDate): boolean {
  const past = deadline.legal !== null && deadline.status !== 'stopped' && today > deadline.legal;
  return past && !hasRunOut(deadline, today);
}

/** A step as one piece, or as two where today lies inside it. */
function piecesOf(step: DeadlineStep, from: number, axis: Axis, deadline: Deadline, today: LocalDate): StripPiece[] {
  const kind = pieceKind(step);
  const to = axis.at(stepEnd(step, today));
  const base = { ground: step.ground, extended: step.kind === 'extended' };
  const whole = { ...base, key: `${step.kind}${step.from}`, kind, start: from, end: to, days: step.days };
  const now = deadline.status === 'stopped' ? (deadline.stoppedOn ?? today) : today;
  const cut = axis.at(now);
  if (kind !== 'used' || cut >= to) return [whole];
  if (cut <= from) return [{ ...whole, kind: 'left' }];
  const left = Math.max(0, deadline.left);
  const used = step.days === null ? null : Math.max(0, step.days - left);
  return [
    { ...whole, end: cut, days: used },
    { ...whole, key: `${whole.key}left`, kind: 'left', start: cut, days: left },
  ];
}

function marksOf(deadline: Deadline, axis: Axis, today: LocalDate): StripMark[] {
  const kinds = {
    paused: 'paused',
    excluded: 'paused',
    counted: 'resumed',
    extended: 'extended',
    restart: 'start',
    skipped: 'due',
  } as const;
  const marks: StripMark[] = [];
  const add = (kind: StripMark['kind'], date: LocalDate): void => {
    marks.push({ key: `${kind}${date}`, kind, date, at: axis.at(date) });
  };
  const started = deadline.startedOn;
  if (started !== null) add('start', started);
  deadline.steps.forEach((step, index) => {
    const before = deadline.steps[index - 1];
    if (before?.to == null || step.kind === 'skipped') return;
    add(before.kind === 'restart' ? 'restart' : kinds[step.kind], before.to);
  });
  if (deadline.legal !== null) add('due', deadline.legal);
  if (deadline.status !== 'stopped' && !hasRunOut(deadline, today)) add('today', today);
  return marks;
}

/** Lays the bar out: the day after the start is its first, the legal last day (or today when overdue) its last. */
export function stripGeometry(deadline: Deadline, today: LocalDate): StripGeometry {
  const first = deadline.steps[0];
  if (first === undefined || deadline.startedOn === null) return { pieces: [], marks: [] };
  const start = deadline.steps[0]?.kind === 'restart' ? first.from : deadline.startedOn;
  const axis = axisOf(deadline, start, today);
  let from = 0;
  const pieces: StripPiece[] = [];
  for (const step of deadline.steps) {
    pieces.push(...piecesOf(step, from, axis, deadline, today));
    from = axis.at(stepEnd(step, today));
  }
  if (isOverdue(deadline, today)) {
    const days = Math.abs(deadline.left);
    pieces.push({
      key: 'overdue',
      kind: 'overdue',
      start: from,
      end: axis.at(today),
      days,
      ground: null,
      extended: false,
    });
  }
  return { pieces, marks: marksOf(deadline, axis, today) };
}

/** A label over the bar: where its middle would like to be and how wide it is, both in pixels. */
export type LabelWish = { readonly key: string; readonly at: number; readonly width: number };

/** Where a label went: its left edge in pixels and its line above the bar, 0 the nearest. */
export type PlacedLabel = { readonly key: string; readonly left: number; readonly line: number };

/**
 * Places labels left to right on as few lines as needed so that none covers another or leaves the bar. `gap` is the
 * least distance between two on one line, in pixels.
 */
export function placeLabels(wishes: readonly LabelWish[], barWidth: number, gap = 8): readonly PlacedLabel[] {
  const ends: number[] = [];
  return wishes
    .toSorted((a, b) => a.at - b.at)
    .map((wish) => {
      const left = Math.max(0, Math.min(wish.at, barWidth - wish.width));
      const free = ends.findIndex((end) => end + gap <= left);
      const line = free === -1 ? ends.length : free;
      ends[line] = left + wish.width;
      return { key: wish.key, left, line };
    });
}

/** Width of a text in units of its font size: full-width characters count 1, others about half, spaces a quarter. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u2e80-\uffef]/.test(character) ? 1 : character === ' ' ? 0.26 : 0.58;
  return width;
}
