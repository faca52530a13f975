import type { ClockEventType } from '../../deadline/clock-event.ts';
import { limitKeyText, readLimitKey } from '../../deadline/limit-key.ts';
import { awaitsDecision } from '../channels.ts';
import type { FileFacts, FileState } from './file-state.ts';
import type { ClockAct, ClockCondition, StepClock, StepDef, StepSaid } from './step.ts';

/**
 * Limits that begin with the result of a case and go on when its file is closed: the notice of a revocation (办案规则32),
 * what the parties and the court do about the result, the list of wage defaulters (人社部令第45号) and publication (第29号).
 */
const afterResult: ReadonlySet<string> = new Set([
  ...['ARB.SUE', 'ARB.SET_ASIDE', 'ARB.SUE_AFTER_SETASIDE', 'ARB.ENFORCE', 'ARB.REVOKE_NOTICE'],
  ...['LSI.REVIEW', 'LSI.SUIT', 'LSI.COURT_ENF', 'LSI.REPORT_33'],
  ...['LSI.LIST_OBJECT', 'LSI.LIST_CHECK', 'LSI.LIST_TERM', 'LSI.LIST_EARLY', 'LSI.LIST_REMOVE'],
  ...['LSI.PUBLISH_OBJECT', 'LSI.PUBLISH_CORRECT'],
]);

/** Whether a limit goes on when its file is closed, until it is stopped by hand, runs out or the file is archived. */
export function goesOnAfterClosing(rule: string): boolean {
  return afterResult.has(rule);
}

/** Whether a file was a collective case when a step was taken; for one that is not recorded yet, whether it is now. */
export function isCollective(file: Pick<FileFacts, 'collective'>, said: Pick<StepSaid, 'collective'>): boolean {
  return said.collective ?? file.collective === true;
}

const begins: ReadonlySet<ClockEventType> = new Set(['START', 'RESTART']);

/**
 * Whether an event may be recorded about a limit of a closed file, and put right again: the beginning, the counting anew
 * and the end of one that goes on. On an archived one nothing begins any more.
 */
export function movesAfterClosing(rule: string, type: ClockEventType, stage: string): boolean {
  return goesOnAfterClosing(rule) && (type === 'STOP' || (begins.has(type) && stage !== 'ARCHIVED'));
}

type Judge = (file: FileFacts, state: FileState, said: StepSaid) => boolean;

const isUnit: Judge = ({ parties }, _, { party }) => parties.some(({ id, type }) => id === party && type === 'unit');

/** 浙江条例41: ten days instead of thirty where the notice is to the employer of many; to nobody named the longer time runs. */
const isShortNotice: Judge = (file, state, said) =>
  file.region.startsWith('33') &&
  file.hasRule('ARB.PUBLIC_SERVICE_COLL') &&
  isCollective(file, said) &&
  isUnit(file, state, said);

const conditions: Readonly<Record<ClockCondition, Judge>> = {
  'awaits-decision': ({ channel }) => awaitsDecision(channel),
  'also-limits': (_file, _state, { alsoLimits }) => alsoLimits === true,
  'all-served': ({ parties }, { served }) =>
    parties.every(({ id, role }) => role !== 'respondent' || served.includes(id)),
  collective: (file, _, said) => isCollective(file, said),
  'closed-by-award': (_file, { closeType }) => closeType?.startsWith('arb.award') === true,
  'notice-in-collective': isShortNotice,
  notice: (file, state, said) => !isShortNotice(file, state, said),
  revoked: (_file, _state, { type }) => type === 'arb.revoked',
  'closed-otherwise': (_file, { closeType }) => closeType?.startsWith('arb.award') !== true,
  // 调解仲裁法48: the worker may sue over a final award too; 50: either may over one that is not final.
  'may-sue': (file, state, said) =>
    state.award === 'open' || state.award === 'both' || (state.award === 'final' && !isUnit(file, state, said)),
  'may-set-aside': (file, state, said) =>
    (state.award === 'final' || state.award === 'both') && isUnit(file, state, said),
};

function partOf({ of }: StepClock, state: FileState, said: StepSaid): string {
  if (of === 'party') return said.party ?? '';
  return of === 'hearing' ? (state.hearing ?? '') : '';
}

function actOf(clock: StepClock, state: FileState, said: StepSaid): ClockAct {
  const { rule, type } = clock;
  const of = partOf(clock, state, said);
  const ground = clock.ground ?? (type === 'SUSPEND' ? said.ground : undefined);
  return {
    ...{ rule, type, on: clock.from === 'day' ? (said.day ?? said.on) : said.on },
    ...(of === '' ? {} : { of }),
    ...(ground === undefined ? {} : { ground }),
    ...(type === 'EXTEND' && said.amount !== undefined ? { amount: said.amount } : {}),
  };
}

/** The limits a step stops whatever they are about. */
function stopped(file: FileFacts, { running }: FileState, def: StepDef, said: StepSaid): readonly ClockAct[] {
  const { stopsRunning, stopsRules = [] } = def;
  const keys = [...new Set([...running, ...file.limits])].map(readLimitKey);
  return keys
    .filter(({ rule }) => stopsRules.includes(rule) || stopsRunning === 'all' || stopsRunning === 'case')
    .filter(({ rule }) => stopsRunning !== 'case' || !goesOnAfterClosing(rule))
    .map(({ rule, of }) => ({ rule, ...(of === '' ? {} : { of }), type: 'STOP', on: said.on }));
}

/** A stop of what does not run is left out; what the step itself starts before it does run. */
function withoutIdleStops(acts: readonly ClockAct[], running: readonly string[]): readonly ClockAct[] {
  const runs = new Set(running);
  return acts.filter(({ type, rule, of = '' }) => {
    const key = limitKeyText({ rule, of });
    if (type === 'STOP') return runs.delete(key);
    if (type === 'START') runs.add(key);
    return true;
  });
}

/** The clock events a step writes. `state` is that before the step, with what the step itself names. */
export function clocksOf(file: FileFacts, state: FileState, def: StepDef, said: StepSaid): readonly ClockAct[] {
  const province = file.region.slice(0, 2);
  const acts = (def.clocks ?? [])
    .filter(({ rule, region }) => file.hasRule(rule) && (region === undefined || region === province))
    .filter(({ when }) => when === undefined || conditions[when](file, state, said))
    .map((clock) => actOf(clock, state, said));
  return [...withoutIdleStops(acts, [...state.running, ...file.limits]), ...stopped(file, state, def, said)];
}
