import type { ReadDb } from '#electron/store/db.ts';
import { findLawChange } from '#electron/store/tables/law-changes.ts';
import { lawSlots } from '#electron/store/tables/law-slots.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { ruleOfContent, ruleSlot } from '../deadline/rules-in-force.ts';
import { recordedAt } from '../recorded-at.ts';

/** What the office decided of one row, by whom and when. */
export type OwnRule = CallOutput<'rule.list'>['own'][number];

/** Everything the office decided of default rows that is in force. */
export function ownRules(db: ReadDb): OwnRule[] {
  const names = peopleNames(db);
  return lawSlots(db, ruleSlot('')).flatMap(({ change }) => {
    const row = findLawChange(db, change);
    const said = ruleOfContent(row?.content ?? '');
    if (!row || !said) return [];
    const { rule, from, off } = said;
    const person = (id: string): string => names.get(id) ?? id;
    return [
      {
        ...{ rule, from, off, reason: row.reason, change: row.id },
        ...{ proposedBy: person(row.proposedBy), confirmedBy: person(row.decidedBy), at: recordedAt(row.decidedAt) },
      },
    ];
  });
}
