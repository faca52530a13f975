import { type LocalDate, localDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type CloseType, closeTypeOf, closeTypesFor } from '../close-type.ts';
import { allSteps, stepOf } from './all-steps.ts';
import { applyStep, type FileFacts, type FileState, foldSteps } from './file-state.ts';
import { type Aside, standstill, statusOf } from './stages.ts';
import type { ClockAct, StepDef, StepSaid } from './step.ts';
import { isCollective } from './step-clocks.ts';

/** Every reason for which a step is refused. */
export type StepRefusalCode =
  | 'dossier.in-future'
  | 'dossier.already-closed'
  | 'dossier.accept-before-receipt'
  | 'dossier.close-before-receipt'
  | 'dossier.close-before-acceptance'
  | 'dossier.close-type-unknown'
  | 'dossier.close-needs-acceptance'
  | 'dossier.close-only-before-acceptance'
  | 'dossier.absent-no-award'
  | 'step.unknown'
  | 'step.not-from-here'
  | 'step.once'
  | 'step.still-open'
  | 'step.not-open'
  | 'step.suspended'
  | 'step.before-receipt'
  | 'step.before-acceptance'
  | 'step.before-earlier'
  | 'step.paper-missing'
  | 'step.decider-missing'
  | 'step.ground-missing'
  | 'step.amount-missing'
  | 'step.party-missing'
  | 'step.party-served'
  | 'step.party-no-employer'
  | 'step.day-missing'
  | 'step.day-before';

/** Why a step is not possible; `field` names the input that would have to change. */
export type StepRefusal = { readonly code: StepRefusalCode; readonly field?: keyof StepSaid };

const refuse = (code: StepRefusalCode, field?: keyof StepSaid) =>
  err<StepRefusal>(field === undefined ? { code } : { code, field });
type Checked = Result<undefined, StepRefusal>;
const fine: Checked = ok(undefined);

/** Results that end the proceedings by a decision of the panel: not while these are suspended. */
const panelDecides: ReadonlySet<string> = new Set(['arb.award-final', 'arb.award-open', 'arb.award-both']);

/** Whether something lasts still, or was asked for more often than it was answered: of two who ask each is answered. */
function isOpen({ asides, done }: FileState, aside: Aside): boolean {
  if (asides.some((one) => one.aside === aside)) return true;
  const defs = done.map(stepOf);
  const asked = defs.filter((def) => def?.repeats === true && def.opens === aside).length;
  return asked > defs.filter((def) => def?.ends === aside).length;
}

function checkPlace(state: FileState, def: StepDef): Checked {
  const received = def.from.length === 0;
  if (received ? state.receivedOn !== null : !def.from.includes(state.stage)) {
    const closed = statusOf(state.stage) === 'closed';
    return refuse(closed ? 'dossier.already-closed' : 'step.not-from-here');
  }
  const ended = state.stage === 'CLOSED' && def.closedBy !== undefined;
  if (ended && !def.closedBy.includes(state.closeType ?? '')) return refuse('dossier.already-closed');
  if (def.after !== undefined && !state.done.includes(def.after)) return refuse('step.not-from-here');
  if (def.once && state.done.includes(def.code)) return refuse('step.once');
  const open = state.asides.map(({ aside }) => aside);
  if (def.opens !== undefined && !def.repeats && open.includes(def.opens)) return refuse('step.still-open');
  if (def.ends !== undefined && !isOpen(state, def.ends)) return refuse('step.not-open');
  const still = open.some((aside) => standstill.includes(aside));
  return still && !def.whileSuspended ? refuse('step.suspended') : fine;
}

function checkCloseType({ region }: Kind, state: FileState, def: StepDef, said: StepSaid): Checked {
  if (def.to !== 'CLOSED') return fine;
  const type: CloseType | undefined = closeTypeOf(said.type ?? '');
  const elsewhere = type?.region !== undefined && type.region !== region.slice(0, 2);
  if (type === undefined || type.side !== def.side || elsewhere) return refuse('dossier.close-type-unknown', 'type');
  const status = statusOf(state.stage);
  if (!closeTypesFor({ side: def.side, status, region }).includes(type)) {
    const early = status === 'received';
    return refuse(early ? 'dossier.close-needs-acceptance' : 'dossier.close-only-before-acceptance', 'type');
  }
  if (said.absent && !panelDecides.has(type.code)) return refuse('dossier.absent-no-award', 'absent');
  const still = state.asides.some(({ aside }) => standstill.includes(aside));
  return still && panelDecides.has(type.code) ? refuse('step.suspended', 'type') : fine;
}

type Kind = Pick<FileFacts, 'side' | 'region' | 'collective'>;

/** Whether a step is one of the law of the file's province, and of files of its kind. */
function isFor({ region, collective }: Omit<Kind, 'side'>, def: StepDef): boolean {
  if (def.region !== undefined && def.region !== region.slice(0, 2)) return false;
  return def.collective === undefined || collective === true;
}

/** The codes acceptance and closing have always been refused with. */
function beforeReceipt(def: StepDef): StepRefusalCode {
  if (def.code.endsWith('.accept')) return 'dossier.accept-before-receipt';
  return def.to === 'CLOSED' ? 'dossier.close-before-receipt' : 'step.before-receipt';
}

function checkDay(state: FileState, def: StepDef, on: LocalDate, today: LocalDate): Checked {
  if (on > today) return refuse('dossier.in-future', 'on');
  if (state.receivedOn !== null && on < state.receivedOn) return refuse(beforeReceipt(def), 'on');
  if (state.acceptedOn !== null && on < state.acceptedOn) {
    return refuse(def.to === 'CLOSED' ? 'dossier.close-before-acceptance' : 'step.before-acceptance', 'on');
  }
  const moves = def.to !== undefined && !def.forward;
  if (moves && state.since !== null && on < state.since) return refuse('step.before-earlier', 'on');
  const followed = state.earliest[def.after ?? ''];
  if (followed !== undefined && on < followed) return refuse('step.before-earlier', 'on');
  const begun = state.asides.find(({ aside }) => aside === def.ends);
  return begun !== undefined && on < begun.since ? refuse('step.before-earlier', 'on') : fine;
}

/** A party of the file; after closing one on whom the result was not served before, since its time runs by that day. */
function checkParty(file: FileFacts, state: FileState, def: StepDef, { party }: StepSaid): Checked {
  const asked = def.asks?.includes('party') === true;
  if (!asked && (!def.mayName || party === undefined)) return fine;
  const named = file.parties.find(({ id }) => id === party);
  if (named === undefined) return refuse('step.party-missing', 'party');
  if (def.partyIs !== undefined && named.type !== def.partyIs) return refuse('step.party-no-employer', 'party');
  const again = def.code === 'arb.result-served' && state.stage === 'CLOSED' && state.told.includes(party ?? '');
  return again ? refuse('step.party-served', 'party') : fine;
}

function checkInputs(def: StepDef, said: StepSaid): Checked {
  const asks = new Set(def.asks);
  // Acceptance and closing carry their decider in calls of their own.
  const own = def.code.endsWith('.accept') || def.to === 'CLOSED';
  if (def.decider?.written && !own && !said.decidedBy) return refuse('step.decider-missing', 'decidedBy');
  if (def.paper?.required && !said.paper) return refuse('step.paper-missing', 'paper');
  if (asks.has('ground') && !said.ground) return refuse('step.ground-missing', 'ground');
  if (asks.has('amount') && !(said.amount !== undefined && said.amount > 0)) {
    return refuse('step.amount-missing', 'amount');
  }
  if (!asks.has('day')) return fine;
  if (said.day === undefined) return refuse('step.day-missing', 'day');
  return said.day < said.on ? refuse('step.day-before', 'day') : fine;
}

/** Takes a step on a file that stands at `state`: the state after it and the clock events it writes. */
export function stepFrom(
  file: FileFacts,
  state: FileState,
  said: StepSaid,
  today: LocalDate,
): Result<{ readonly state: FileState; readonly clocks: readonly ClockAct[] }, StepRefusal> {
  const def = stepOf(said.code);
  if (def === undefined || def.side !== file.side) return refuse('step.unknown');
  if (!isFor({ ...file, collective: isCollective(file, said) }, def)) return refuse('step.unknown');
  const on = localDate(said.on.slice(0, 10));
  const checks = [
    () => checkPlace(state, def),
    () => checkCloseType(file, state, def, said),
    () => checkDay(state, def, on, today),
    () => checkInputs(def, { ...said, on }),
    () => checkParty(file, state, def, said),
  ];
  for (const check of checks) {
    const checked = check();
    if (!checked.ok) return checked;
  }
  return ok(applyStep(file, state, said));
}

/** Takes a step after those already taken. */
export function takeStep(file: FileFacts, steps: readonly StepSaid[], said: StepSaid, today: LocalDate) {
  return stepFrom(file, foldSteps(file, steps), said, today);
}

/** The steps a file that stands at `state` may take next; what each asks for is not judged here. */
export function offeredSteps(file: Kind, state: FileState): readonly StepDef[] {
  return allSteps.filter((def) => def.side === file.side && isFor(file, def) && checkPlace(state, def).ok);
}
