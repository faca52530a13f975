import { type LocalDate, localDate } from '#shared/base/local-date.ts';
import { limitKeyText } from '../../deadline/limit-key.ts';
import type { DossierSide } from '../dossier.ts';
import { allSteps, stepOf } from './all-steps.ts';
import { type Aside, laterStage, type Stage } from './stages.ts';
import type { ClockAct, StepDef, StepSaid } from './step.ts';
import { clocksOf } from './step-clocks.ts';

/** What the steps of a file are judged by beside its earlier steps. */
export type FileFacts = {
  readonly side: DossierSide;
  /** Code of `channels`: decides whether a limit for the decision on acceptance runs. */
  readonly channel: string;
  /** Division code of the office; its first two digits name the province. */
  readonly region: string;
  readonly parties: readonly { readonly id: string; readonly role: string; readonly type: string }[];
  /** Whether the rules in force have a limit of this id: a step writes nothing about others. */
  readonly hasRule: (rule: string) => boolean;
  /** A person marked it as a collective case: as it is now; a recorded step says how it was then. */
  readonly collective?: boolean;
  /** Limits that run by acts which are no steps, as `limitKeyText`. */
  readonly limits: readonly string[];
};

/** Where a file stands after its steps. */
export type FileState = {
  readonly stage: Stage;
  /** Where it stood before the passing stage it is in. */
  readonly left: Stage | null;
  /** The day of the last step that moved it. */
  readonly since: LocalDate | null;
  readonly receivedOn: LocalDate | null;
  readonly acceptedOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
  readonly closeType: string | null;
  /** What lasts beside the main line, each with the day it began. */
  readonly asides: readonly { readonly aside: Aside; readonly since: LocalDate }[];
  /** Codes of the steps taken, without those a later one made void. */
  readonly done: readonly string[];
  /** The earliest day of each step that another may only follow, by code. */
  readonly earliest: Readonly<Record<string, LocalDate>>;
  /** Day of the hearing last set. */
  readonly hearing: LocalDate | null;
  /** Parties on whom a copy of the application was served. */
  readonly served: readonly string[];
  readonly award: 'final' | 'open' | 'both' | null;
  /** Parties on whom the result was served. */
  readonly told: readonly string[];
  /** Limits that steps started and none stopped, as `limitKeyText`. */
  readonly running: readonly string[];
};

/** A file nothing has happened to. */
export function untouched(side: DossierSide): FileState {
  return {
    ...{ stage: side === 'arb' ? 'APPLIED' : 'CLUE', left: null, since: null, receivedOn: null, acceptedOn: null },
    ...{
      closedOn: null,
      closeType: null,
      asides: [],
      done: [],
      earliest: {},
      hearing: null,
      served: [],
      award: null,
      told: [],
      running: [],
    },
  };
}

/** Awards by the code of their step, and of the way of closing that records them at once. */
const awards: Readonly<Record<string, FileState['award']>> = {
  'arb.award-final': 'final',
  'arb.award-open': 'open',
  'arb.award-both': 'both',
};

/** Ways of ending at the window that are places of their own. */
const endings: Readonly<Record<string, Stage>> = {
  'arb.rejected': 'REJECTED',
  'lsi.rejected': 'REJECTED',
  'arb.redirected': 'NOT_MY_JURISDICTION',
  'lsi.redirected': 'NOT_MY_JURISDICTION',
};

function stageAfter(side: DossierSide, state: FileState, def: StepDef, type: string | undefined): Stage {
  if (def.to === undefined) return state.stage;
  if (def.to === 'left') return state.left ?? state.stage;
  if (def.to === 'CLOSED') return endings[type ?? ''] ?? 'CLOSED';
  return def.forward ? laterStage(side, state.stage, def.to) : def.to;
}

function runningAfter(running: readonly string[], clocks: readonly ClockAct[]): readonly string[] {
  const set = new Set(running);
  for (const { rule, of = '', type } of clocks) {
    const key = limitKeyText({ rule, of });
    if (type === 'START' || type === 'RESTART') set.add(key);
    if (type === 'STOP') set.delete(key);
  }
  return [...set];
}

function datesAfter(state: FileState, { code, type }: StepSaid, on: LocalDate): Partial<FileState> {
  const act = code.slice(code.indexOf('.') + 1);
  if (act === 'receive') return { receivedOn: on };
  if (act === 'accept') return { acceptedOn: on };
  return act === 'close' ? { closedOn: on, closeType: type ?? null } : {};
}

/** The earliest days with that of a step that another may only follow. */
function earliestAfter({ earliest }: FileState, { code }: StepDef, on: LocalDate): FileState['earliest'] {
  const known = earliest[code];
  const kept = allSteps.some(({ after }) => after === code) && (known === undefined || on < known);
  return kept ? { ...earliest, [code]: on } : earliest;
}

/** The steps whose extension lapses with a step that has its limit counted anew: it may be extended once more. */
function lapsedBy({ clocks = [] }: StepDef): readonly StepDef[] {
  const anew = new Set(clocks.flatMap(({ type, rule }) => (type === 'RESTART' ? [rule] : [])));
  if (anew.size === 0) return [];
  return allSteps.filter((step) => step.clocks?.some(({ type, rule }) => type === 'EXTEND' && anew.has(rule)));
}

/** The state after a step, whether or not the rules would have offered it, and the clock events it writes. */
export function applyStep(
  file: FileFacts,
  before: FileState,
  said: StepSaid,
): { readonly state: FileState; readonly clocks: readonly ClockAct[] } {
  const def = stepOf(said.code);
  if (def === undefined || def.side !== file.side) return { state: before, clocks: [] };
  const on = localDate(said.on.slice(0, 10));
  const stage = stageAfter(file.side, before, def, said.type);
  const named = {
    ...before,
    earliest: earliestAfter(before, def, on),
    hearing: said.day ?? before.hearing,
    served: def.code === 'arb.copies-served' && said.party ? [...before.served, said.party] : before.served,
    // The way of closing says last what the award is: what follows on it goes by that way.
    award: awards[def.code] ?? awards[def.to === 'CLOSED' ? (said.type ?? '') : ''] ?? before.award,
    told: def.code === 'arb.result-served' && said.party ? [...before.told, said.party] : before.told,
  };
  const clocks = clocksOf(file, named, def, { ...said, on });
  const lapsed = lapsedBy(def);
  const ended = new Set([def.ends, ...lapsed.map(({ opens }) => opens)]);
  const asides = before.asides.filter(({ aside }) => !ended.has(aside));
  const news = def.opens !== undefined && !asides.some(({ aside }) => aside === def.opens);
  const opened = news ? [{ aside: def.opens, since: on }] : [];
  return {
    clocks,
    state: {
      ...{ ...named, ...datesAfter(before, said, on), stage },
      left: stage === before.stage ? before.left : before.stage,
      since: def.to === undefined || def.forward ? before.since : on,
      asides: def.to === 'CLOSED' ? [] : [...asides, ...opened],
      done: [...before.done.filter((code) => !lapsed.some((step) => step.code === code)), def.code],
      running: runningAfter(before.running, clocks),
    },
  };
}

/** Where a file stands after its steps. Total: a step this version does not know changes nothing. */
export function foldSteps(file: FileFacts, steps: readonly StepSaid[]): FileState {
  return steps.reduce((state, step) => applyStep(file, state, step).state, untouched(file.side));
}
