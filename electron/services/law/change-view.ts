import type { ReadDb } from '#electron/store/db.ts';
import type { LawChangeRow } from '#electron/store/tables/law-changes.ts';
import { lawMovedCount } from '#electron/store/tables/law-moved.ts';
import { changeInForce } from '#electron/store/tables/law-slots.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import type { UserId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { yearOfContent } from '../deadline/calendar-in-force.ts';
import { packOfContent, packSlot } from '../deadline/rules-in-force.ts';
import { recordedAt } from '../recorded-at.ts';

/** A change as the contract shows one. */
export type ChangeView = CallOutput<'law.change'>['change'];

function sourceOf({ slot, content }: LawChangeRow): string {
  if (slot === packSlot) return packOfContent(content)?.officeName ?? '';
  return slot.startsWith('calendar/') ? (yearOfContent(content)?.notice ?? '') : '';
}

/** A stored change as the contract shows one to the person at the desk. */
export function changeView(db: ReadDb, row: LawChangeRow, me: UserId): ChangeView {
  const names = peopleNames(db);
  const { id, slot, state, reason, decidedWhy } = row;
  return {
    ...{ id, slot, state, reason, decidedWhy, source: sourceOf(row), toShipped: row.content === '' },
    proposedBy: names.get(row.proposedBy) ?? row.proposedBy,
    proposedAt: recordedAt(row.proposedAt),
    decidedBy: names.get(row.decidedBy) ?? row.decidedBy,
    decidedAt: row.decidedAt === '' ? '' : recordedAt(row.decidedAt),
    ...{ mine: row.proposedBy === me, inForce: changeInForce(db, slot) === id, moved: lawMovedCount(db, id) },
  };
}
