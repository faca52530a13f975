import type { ReadDb } from '#electron/store/db.ts';
import { deadlinesOf } from '#electron/store/tables/deadlines.ts';
import { findDossier } from '#electron/store/tables/dossiers.ts';
import { receiptsIn } from '#electron/store/tables/receipts.ts';
import type { RequestRow } from '#electron/store/tables/requests.ts';
import { type LocalDate, later, shanghaiDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import { fourClocks } from '#shared/domain/assist/flags.ts';
import type { RequestState } from '#shared/domain/assist/state.ts';
import { safeDue } from '#shared/domain/deadline/safe-due.ts';
import { calendarInForce } from '../deadline/calendar-in-force.ts';
import { dueBriefOf } from '../deadline/due-brief.ts';
import { honestWord } from '../sync/honest-word.ts';
import { ownLimit } from './own-limit.ts';

/** The four clocks of a request page. */
export type Clocks = CallOutput<'request.get'>['clocks'];

const deskRules = ['REQ.REGISTER', 'REQ.REVIEW', 'REQ.MEND'];

/** The limit of the work itself, or while that has not begun the one that runs now. */
function limitOf(db: ReadDb, row: RequestRow, today: LocalDate): Clocks['limit'] {
  const rows = deadlinesOf(db, row.id);
  const work = rows.find((one) => !deskRules.some((id) => one.ruleId.startsWith(id)));
  const shown = work ?? rows.find((one) => one.id === row.nextDeadline);
  return shown ? dueBriefOf(shown, today) : null;
}

function ownCase(db: ReadDb, row: RequestRow, today: LocalDate): Pick<Clocks, 'safeDue' | 'caseLimit'> {
  const dossier = row.dossier === null ? undefined : findDossier(db, row.dossier);
  if (!dossier) return { safeDue: null, caseLimit: null };
  const limit = ownLimit(db, dossier, today) ?? null;
  return { safeDue: safeDue(calendarInForce(db), null, limit).date, caseLimit: limit?.raw ?? null };
}

/** The limit with its basis, the agreed date, the last proof, and the days since the partner was last heard. */
export function clocksOf(db: ReadDb, row: RequestRow, state: RequestState, side: Side, today: LocalDate): Clocks {
  const receipt = receiptsIn(db, row.partner, 1)[0];
  const receiptDay = receipt ? shanghaiDate(receipt.at) : null;
  const first = side === 'r' ? (state.opening?.id ?? null) : row.ownHead;
  const covered = first !== null && honestWord(db, row.partner, first) === 'receipted';
  const lastOn =
    receiptDay !== null && row.heardOn !== null ? later(receiptDay, row.heardOn) : (receiptDay ?? row.heardOn);
  const heard = { receiptOn: covered ? receiptDay : null, lastOn };
  const { agreed, promised, lastProof, contactDays } = fourClocks(state, side, heard, today);
  const limit = limitOf(db, row, today);
  return { limit, agreed, promised, lastProof, contactDays, ...ownCase(db, row, today) };
}
