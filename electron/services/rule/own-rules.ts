import type { ReadDb } from '#electron/store/db.ts';
import { lawSlots } from '#electron/store/tables/law-slots.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { officeDecisions, ruleSlot } from '../deadline/rules-in-force.ts';
import { recordedAt } from '../recorded-at.ts';

/** What the office decided of one row, by whom and when. */
export type OwnRule = CallOutput<'rule.list'>['own'][number];

/** Everything the office decided of default rows that stands, each row's in the order it was decided. */
export function ownRules(db: ReadDb): OwnRule[] {
  const names = peopleNames(db);
  const person = (id: string): string => names.get(id) ?? id;
  const decisions = lawSlots(db, ruleSlot('')).flatMap(({ change }) => officeDecisions(db, change));
  return decisions.map(({ change, said: { rule, from, off, until = null, local = false, made } }) => ({
    ...{ rule, from, until, off, local, made: made !== undefined, reason: change.reason, change: change.id },
    ...{
      proposedBy: person(change.proposedBy),
      confirmedBy: person(change.decidedBy),
      at: recordedAt(change.decidedAt),
    },
  }));
}
