import type { LocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { applyStep, type FileFacts, type FileState, untouched } from './file-state.ts';
import type { ClockAct, TakenStep } from './step.ts';
import { type StepRefusalCode, stepFrom } from './take-step.ts';

/** What steps that were recorded are judged by: each by the limits that ran by other acts when it was recorded. */
export type RecordedFile = FileFacts & {
  /** The `limits` of the file as they were before a step, by its id. */
  readonly limitsBefore: (step: string) => readonly string[];
};

/** What is put right: a step struck, or left standing on another day; `also` names later steps struck with it. */
export type Correction = { readonly step: string; readonly on: LocalDate | null; readonly also: readonly string[] };

/** The clock events a step writes now that an earlier one was put right. */
export type StepClocks = { readonly step: string; readonly clocks: readonly ClockAct[] };

/** A file after a correction. */
export type Corrected = {
  readonly steps: readonly TakenStep[];
  readonly struck: readonly string[];
  /** Steps that stand and write other clock events than before. */
  readonly changed: readonly StepClocks[];
  readonly state: FileState;
};

/** Why a correction is not possible. `steps` names the later steps that rest on what is put right, by id. */
export type CorrectionRefusal =
  | { readonly code: 'step.no-such-step' | 'step.receipt-stays' | 'step.nothing-changed' | 'step.also-earlier' }
  | { readonly code: 'step.others-depend'; readonly steps: readonly string[] }
  | { readonly code: StepRefusalCode; readonly field: 'on' };

type Outcome = {
  readonly step: TakenStep;
  readonly refused: StepRefusalCode | null;
  readonly clocks: readonly ClockAct[];
};

/** Judges every step of a file in its order; a refused one counts all the same, so that what follows is judged too. */
function replay(
  file: RecordedFile,
  steps: readonly TakenStep[],
  today: LocalDate,
): { readonly state: FileState; readonly outcomes: readonly Outcome[] } {
  let state = untouched(file.side);
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    const then = { ...file, limits: file.limitsBefore(step.id) };
    const judged = stepFrom(then, state, step, today);
    const next = judged.ok ? judged.value : applyStep(then, state, step);
    outcomes.push({ step, refused: judged.ok ? null : judged.error.code, clocks: next.clocks });
    state = next.state;
  }
  return { state, outcomes };
}

/** A party that has left the file since may still be named by an old step. */
function withNamed(file: RecordedFile, steps: readonly TakenStep[]): RecordedFile {
  const known = new Set(file.parties.map(({ id }) => id));
  const named = new Set(steps.flatMap(({ party }) => (party === undefined || known.has(party) ? [] : [party])));
  return { ...file, parties: [...file.parties, ...[...named].map((id) => ({ id, role: '', type: '' }))] };
}

const sameClocks = (a: readonly ClockAct[], b: readonly ClockAct[]): boolean => {
  const text = (acts: readonly ClockAct[]): string =>
    JSON.stringify(
      acts.map(({ rule, of = '', type, on, ground = '', amount = 0 }) => [rule, of, type, on, ground, amount]),
    );
  return text(a) === text(b);
};

function judge(
  before: readonly Outcome[],
  after: readonly Outcome[],
  said: Correction,
): Result<readonly StepClocks[], CorrectionRefusal> {
  const old = new Map(before.map((outcome) => [outcome.step.id, outcome]));
  const fresh = after.filter(({ step, refused }) => refused !== null && old.get(step.id)?.refused === null);
  const own = fresh.find(({ step }) => step.id === said.step);
  if (own?.refused) return err({ code: own.refused, field: 'on' });
  if (fresh.length > 0) return err({ code: 'step.others-depend', steps: fresh.map(({ step }) => step.id) });
  const changed = after.filter(({ step, clocks }) => !sameClocks(clocks, old.get(step.id)?.clocks ?? []));
  return ok(changed.map(({ step, clocks }) => ({ step: step.id, clocks })));
}

/**
 * Puts a wrong step right: strikes it, or gives it another day. Everything after it is judged anew; steps that could no
 * longer have been taken are named, and struck with it only where `also` says so. Receipt itself is never struck.
 */
export function correctStep(
  file: RecordedFile,
  steps: readonly TakenStep[],
  said: Correction,
  today: LocalDate,
): Result<Corrected, CorrectionRefusal> {
  const at = steps.findIndex(({ id }) => id === said.step);
  const wrong = steps[at];
  if (wrong === undefined) return err({ code: 'step.no-such-step' });
  if (said.on === null && wrong.code.endsWith('.receive')) return err({ code: 'step.receipt-stays' });
  if (said.on === wrong.on) return err({ code: 'step.nothing-changed' });
  const alsoAt = said.also.map((id) => steps.findIndex((step) => step.id === id));
  if (alsoAt.some((index) => index <= at)) return err({ code: 'step.also-earlier' });
  const struck = [...(said.on === null ? [said.step] : []), ...said.also];
  const { on } = said;
  const kept = steps
    .filter(({ id }) => !struck.includes(id))
    .map((step) => (step.id === said.step && on !== null ? { ...step, on } : step));
  const known = withNamed(file, steps);
  const after = replay(known, kept, today);
  const changed = judge(replay(known, steps, today).outcomes, after.outcomes, said);
  return changed.ok ? ok({ steps: kept, struck, changed: changed.value, state: after.state }) : changed;
}

/** The later steps that would have to be struck with a step, by id: those that could not be without it, and so on. */
export function restingOn(
  file: RecordedFile,
  steps: readonly TakenStep[],
  step: string,
  today: LocalDate,
): readonly string[] {
  const also: string[] = [];
  for (;;) {
    const tried = correctStep(file, steps, { step, on: null, also }, today);
    if (tried.ok || tried.error.code !== 'step.others-depend' || !('steps' in tried.error)) return also;
    also.push(...tried.error.steps);
  }
}
