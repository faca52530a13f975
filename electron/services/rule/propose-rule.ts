import { changeInForce } from '#electron/store/tables/law-slots.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import { err } from '#shared/base/result.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import { refused } from '#shared/contract/failure.ts';
import { movesOver, type OfficeMoves } from '#shared/domain/deadline/office-moves.ts';
import { decidedOn, nextOfficeRow } from '#shared/domain/deadline/office-rule.ts';
import { ruleOn } from '#shared/domain/deadline/pack.ts';
import type { Handler } from '../context.ts';
import { officeCourse, ruleSlot, rulesBeneath } from '../deadline/rules-in-force.ts';
import { proposeChange } from '../law/propose-change.ts';
import { badInput, cleanTexts } from '../typed-text.ts';

const shapes = {
  ...{ basis: { max: 200 }, name: { max: 60 }, nameEn: { max: 80 } },
  reason: { max: 500, multiline: true },
} as const;

/** What was said of how it ends and what moves it, each ground once. */
function movesOf(input: HandlerInput<'rule.propose'>): OfficeMoves {
  const { elapsed } = input;
  const lists = (['suspendGrounds', 'restartGrounds', 'excludeGrounds'] as const).flatMap((key) => {
    const ids = input[key];
    return ids === undefined ? [] : [[key, [...new Set(ids)]] as const];
  });
  return { ...(elapsed === undefined ? {} : { elapsed }), ...Object.fromEntries(lists) };
}

/** Proposes what the office decides of one row, or a limit of its own; another person confirms it. */
export const proposeRule: Handler<'rule.propose'> = (context, input) => {
  const { rule, from, off, amount, unit, roll, until, local, made } = input;
  const { name: zh = '', nameEn: en = '' } = made ?? {};
  const clean = cleanTexts({ basis: input.basis, reason: input.reason, name: zh, nameEn: en }, shapes);
  if (!clean.ok) return clean;
  const { basis, reason, name, nameEn } = clean.value.texts;
  if (reason.trim() === '') return err(badInput({ code: 'rule.no-reason', field: 'reason' }));
  const { db } = context.open.store;
  const [beneath, course] = [rulesBeneath(db), officeCourse(db, changeInForce(db, ruleSlot(rule)))];
  // A limit of the office's own lies over nothing, also where a file of rules has one under its code.
  const row = made === null ? ruleOn(beneath, rule, from) : undefined;
  const said = {
    ...{ rule, from, off, amount, unit, roll, basis },
    ...(off ? {} : movesOver(row ?? {}, movesOf(input), decidedOn(course, from))),
    ...(until === null ? {} : { until }),
    ...(local ? { local: true as const } : {}),
    ...(made === null ? {} : { made: { name: { zh: name, en: nameEn || name }, trigger: made.trigger } }),
    ...(local || made !== null ? { region: (findOffice(db)?.region ?? '').slice(0, 2) } : {}),
  };
  const next = nextOfficeRow(beneath, course, said);
  if (!next.ok) return err(refused(next.error));
  return proposeChange(context, { slot: ruleSlot(rule), content: canonicalJson(said), reason });
};
