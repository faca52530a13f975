import { useTranslation } from 'react-i18next';
import type { FormIssue } from '#renderer/ui/form/use-form.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { ruleOn, rulesFor } from '#shared/domain/deadline/pack.ts';
import type { LimitRule } from '#shared/domain/deadline/rule.ts';
import { overTime } from '#shared/domain/dossier/steps/over-time.ts';
import type { StepDef } from '#shared/domain/dossier/steps/step.ts';
import type { View } from '../page/dossier-page.tsx';
import { mostExtension } from './clock-value.ts';
import { useDayOffIssue } from './use-day-off-issue.ts';

/** What is typed about a step; `amount` as typed, in days of the limit's unit. */
export type StepValue = {
  readonly on: LocalDate | null;
  readonly day: LocalDate | null;
  readonly ground: string | null;
  readonly party: string | null;
  readonly amount: string;
  readonly decidedBy: string;
  readonly paper: string;
  readonly note: string;
};

/** The limit a step suspends or lengthens, by the rules of the office's region. */
export function movedRule(def: StepDef, region: string, today: LocalDate): LimitRule | undefined {
  const moved = (def.clocks ?? []).find(({ type }) => type === 'SUSPEND' || type === 'EXTEND');
  return moved === undefined ? undefined : ruleOn(rulesFor(region), moved.rule, today);
}

/** Where the form begins: today, the only party or ground there is, the whole extension. */
export function emptyStep(said: {
  readonly today: LocalDate;
  readonly rule: LimitRule | undefined;
  readonly parties: readonly string[];
}): StepValue {
  const grounds = said.rule?.suspendGrounds ?? [];
  const [party = null] = said.parties;
  const [ground = null] = grounds;
  return {
    ...{ on: said.today, day: null, party: said.parties.length === 1 ? party : null },
    ...{ ground: grounds.length === 1 ? ground : null, decidedBy: '', paper: '', note: '' },
    amount: said.rule === undefined ? '' : String(mostExtension(said.rule) ?? ''),
  };
}

/** What the call takes of what was typed. */
export function stepInput(
  def: StepDef,
  on: LocalDate,
  { day, ground, party, amount, ...texts }: Omit<StepValue, 'on'>,
): Omit<CallInput<'dossier.step'>, 'dossier' | 'base'> {
  const asks = new Set(def.asks);
  return {
    ...{ step: def.code, on, ...texts },
    ...(asks.has('ground') && ground !== null ? { ground } : {}),
    ...((asks.has('party') || def.mayName) && party !== null ? { party } : {}),
    ...(asks.has('day') && day !== null ? { day } : {}),
    ...(asks.has('amount') ? { amount: Number(amount) } : {}),
  };
}

/** What is missing, by what the step asks for, and a day after the time there was for it. */
export function useStepIssues(def: StepDef, view: View): (value: StepValue) => readonly FormIssue[] {
  const { t } = useTranslation('dossier');
  const bilingual = useBilingual();
  const late = (on: LocalDate, party: string | null): readonly FormIssue[] => {
    const said = party === null ? { on } : { on, party };
    const over = overTime(def, said, rulesFor(view.region), view.deadlines);
    if (over === undefined) return [];
    const { name, overrun } = over.rule;
    const words = { name: bilingual(name), date: over.due, effect: overrun === undefined ? '' : bilingual(overrun) };
    return [{ path: 'on', level: 'warning', text: t('issue.overTime', words) }];
  };
  const asks = new Set(def.asks);
  const dayOff = useDayOffIssue();
  return ({ on, day, ground, party, amount, decidedBy, paper }) => {
    const missing = (path: string, when: boolean, text: string): readonly FormIssue[] =>
      when ? [{ path, level: 'error', text }] : [];
    return [
      ...missing('on', on === null, t('issue.date')),
      ...(on === null ? [] : late(on, party)),
      ...missing('party', asks.has('party') && party === null, t('issue.party')),
      ...missing('ground', asks.has('ground') && ground === null, t('issue.ground')),
      ...missing('amount', asks.has('amount') && !/^[1-9]\d{0,2}$/.test(amount.trim()), t('issue.amount')),
      ...missing('day', asks.has('day') && day === null, t('issue.date')),
      ...(asks.has('day') ? dayOff('day', day) : []),
      ...missing('decidedBy', def.decider?.written === true && decidedBy.trim() === '', t('issue.decider')),
      ...missing('paper', def.paper?.required === true && paper.trim() === '', t('issue.paper')),
    ];
  };
}
