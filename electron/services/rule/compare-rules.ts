import type { ReadDb } from '#electron/store/db.ts';
import { clockEventsOf } from '#electron/store/tables/clock-events.ts';
import { findDossier } from '#electron/store/tables/dossiers.ts';
import { err, ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { notFound } from '#shared/contract/failure.ts';
import { computeBegun, type DeadlineOptions } from '#shared/domain/deadline/compute.ts';
import { readLimitKey } from '#shared/domain/deadline/limit-key.ts';
import { type RuleSet, rulesFor, shippedPacks } from '#shared/domain/deadline/pack.ts';
import type { Handler } from '../context.ts';
import { calendarInForce } from '../deadline/calendar-in-force.ts';
import { limitPartName } from '../deadline/deadline-line.ts';
import { rulesInForce } from '../deadline/rules-in-force.ts';
import { latestDay } from '../latest-day.ts';

type Compared = CallOutput<'rule.compare'>;
type Side = Compared['rows'][number]['a'];
type Events = Parameters<typeof computeBegun>[1];

/** The rules a choice stands for: those in force here, or what ships for the nation or a province. */
function rulesOf(db: ReadDb, choice: string): RuleSet {
  return choice === 'own' ? rulesInForce(db) : rulesFor(choice);
}

/** One limit under one set of rules; null when those rules do not have it on the day it began. */
function side(db: ReadDb, rule: string, events: Events, options: DeadlineOptions): Side {
  const limit = computeBegun(rule, events, calendarInForce(db), options);
  if (!limit) return null;
  const { legal: due, target, status: state, provisional } = limit;
  const { amount, unit, confidence } = limit.rule;
  return { due, target, state, provisional, amount, unit, confidence };
}

/** One file's limits under two sets of rules, the same clock events behind both. Nothing is stored. */
export const compareRules: Handler<'rule.compare'> = ({ open, moment }, { dossier, a, b }) => {
  const { db } = open.store;
  const file = findDossier(db, dossier);
  if (!file) return err(notFound('dossier'));
  const today = latestDay(db, moment);
  const [first, second] = [rulesOf(db, a), rulesOf(db, b)];
  const rows = [...clockEventsOf(db, dossier)].map(([text, events]) => {
    const { rule, of } = readLimitKey(text);
    return {
      ...{ rule, part: limitPartName(db, dossier, of) },
      a: side(db, rule, events, { today, rules: first }),
      b: side(db, rule, events, { today, rules: second }),
    };
  });
  const label = ({ id, version }: RuleSet): string => `${id} ${version}`;
  return ok({
    ...{ number: file.caseNo ?? file.windowNo, title: file.title, rows },
    ...{ choices: ['own', ...shippedPacks.map(({ id }) => id)], a: label(first), b: label(second) },
  });
};
