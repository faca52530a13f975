import type { ReadDb } from '#electron/store/db.ts';
import { findDeadline } from '#electron/store/tables/deadlines.ts';
import type { RequestRow } from '#electron/store/tables/requests.ts';
import type { EntryId, OfficeId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { flagsOf } from '#shared/domain/assist/flags.ts';
import type { HonestWord } from '#shared/domain/assist/honest-word.ts';
import { phases } from '#shared/domain/assist/phase.ts';
import { addWorkingDays } from '#shared/domain/calendar/working-days.ts';
import { calendarInForce } from '../deadline/calendar-in-force.ts';
import { type DueBrief, dueBriefOf } from '../deadline/due-brief.ts';
import { honestWord } from '../sync/honest-word.ts';
import { standingOfPaper } from './paper-standing.ts';
import { partnerName } from './request-row.ts';

/** A request as lists show it. */
export type RowView = CallOutput<'request.list'>['rows'][number];

/** Working days after which an entry of ours without any proof is flagged; a default, and never more than a flag. */
const proofDays = 3;

/** How far an entry of ours has provably got: the partner's own entries say more than its receipt. */
export function wordOf(db: ReadDb, partner: OfficeId, entry: EntryId, proof: RequestRow['ownProof']): HonestWord {
  return honestWord(db, partner, entry, { seen: proof !== 'none', opened: proof === 'opened' });
}

/** Flags that depend on the present day: nothing but flags, whatever the silence. */
export function dayFlags(
  db: ReadDb,
  row: RequestRow,
  due: DueBrief | null,
  word: HonestWord,
  today: LocalDate,
): readonly string[] {
  const standing = phases.find((phase) => phase === row.state);
  if (standing === undefined) return [];
  const state = { phase: standing, agreed: row.agreed, suspended: row.flags.includes('suspended') };
  // The deadline of a row is the one of its state; dates in it were computed by the deadline engine.
  const day = (due?.due ?? null) as LocalDate | null;
  const proof = row.ownOn === null ? null : proofDue(db, row.ownOn);
  const proven = word === 'receipted' || word === 'opened';
  return flagsOf(state, today, { register: day, review: day, mend: day, answer: day, proof }, proven);
}

function proofDue(db: ReadDb, on: string): LocalDate {
  // `on` begins with a date; headers are read strictly.
  return addWorkingDays(calendarInForce(db), on.slice(0, 10) as LocalDate, proofDays).date;
}

function withPaper(db: ReadDb, row: RequestRow): readonly string[] {
  if (!row.flags.some((flag) => flag.startsWith('paper-'))) return row.flags;
  // What a letter waits for hangs on a setting of the office too, which is no fact of this request.
  const standing = standingOfPaper(db, row);
  const others = row.flags.filter((flag) => !flag.startsWith('paper-'));
  return standing === 'none' ? others : [...others, `paper-${standing}`];
}

/** A stored request as a list shows it on a day. */
export function rowView(db: ReadDb, row: RequestRow, today: LocalDate): RowView {
  const limit = row.nextDeadline === null ? undefined : findDeadline(db, row.nextDeadline);
  const due = limit ? dueBriefOf(limit, today) : null;
  const word = row.ownHead === null ? 'local' : wordOf(db, row.partner, row.ownHead, row.ownProof);
  const { id, direction, number, registerNo, partner, title, state, actor, agreed, promised, sentOn, unread } = row;
  return {
    ...{ id, direction, number, registerNo, partner, title, state, actor, agreed, promised, sentOn, unread },
    // Only kinds and urgencies of the contract are written; a newer partner's are shown as they come.
    kind: row.kind as RowView['kind'],
    urgency: row.urgency as RowView['urgency'],
    partnerName: partnerName(db, partner),
    ...{ word, due, flags: [...withPaper(db, row), ...dayFlags(db, row, due, word, today)] },
  };
}
