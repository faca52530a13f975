import { daysBetween, earlier, type LocalDate } from '#shared/base/local-date.ts';
import type { Side } from './event.ts';
import type { RequestState } from './state.ts';

/**
 * A flag over a state: computed for a day, never stored in a chain, and never an answer for the partner.
 * - overdue-register, overdue-review, overdue-mend, overdue-answer: the side whose turn it is has let its date pass.
 * - unproven: sent, and no receipt or entry of the partner covers it although the day for that has passed.
 */
export type RequestFlag = 'overdue-register' | 'overdue-review' | 'overdue-mend' | 'overdue-answer' | 'unproven';

/** Last days computed by the deadline engine; null where none runs. */
export type RequestDues = {
  /** 收文登记. */
  readonly register: LocalDate | null;
  /** Accept, return or refuse. */
  readonly review: LocalDate | null;
  /** Supplement after a return. */
  readonly mend: LocalDate | null;
  /** The executor's limit. */
  readonly answer: LocalDate | null;
  /** Day by which a proof of arrival is expected. */
  readonly proof: LocalDate | null;
};

/** The part of a state the flags look at. */
type Standing = Pick<RequestState, 'phase' | 'agreed' | 'suspended'>;

const passed = (due: LocalDate | null, today: LocalDate): boolean => due !== null && today > due;

function overdue(state: Standing, today: LocalDate, dues: RequestDues): RequestFlag | undefined {
  if (state.phase === 'sent') return passed(dues.register, today) ? 'overdue-register' : undefined;
  if (state.phase === 'registered') return passed(dues.review, today) ? 'overdue-review' : undefined;
  if (state.phase === 'returned') return passed(dues.mend, today) ? 'overdue-mend' : undefined;
  if (state.phase !== 'accepted' || state.suspended) return undefined;
  const dates = [dues.answer, state.agreed].filter((date) => date !== null).sort();
  return passed(dates[0] ?? null, today) ? 'overdue-answer' : undefined;
}

/** The flags of a request on a day. `proven`: a receipt or an entry of the partner covers everything we sent. */
export function flagsOf(state: Standing, today: LocalDate, dues: RequestDues, proven: boolean): readonly RequestFlag[] {
  const late = overdue(state, today, dues);
  const unproven = !proven && passed(dues.proof, today);
  return [...(late ? [late] : []), ...(unproven ? ['unproven' as const] : [])];
}

/** What the four clocks of a request show: its limit's inputs, the agreed date, the last proof, the last contact. */
export type FourClocks = {
  readonly limit: RequestState['limit'];
  readonly stored: LocalDate | null;
  readonly agreed: LocalDate | null;
  readonly promised: LocalDate | null;
  /** Date of the newest proof that the other side holds our entries: its receipt, or an entry of it that has seen ours. */
  readonly lastProof: LocalDate | null;
  /** Whole calendar days since anything signed by the other side was heard; null when nothing ever was. */
  readonly contactDays: number | null;
};

/** What we know of the other side beyond its entries: dates of its newest receipt and of the last bundle or receipt heard. */
export type Heard = { readonly receiptOn: LocalDate | null; readonly lastOn: LocalDate | null };

/** Gathers the inputs of the four clocks for the office on side `ours`. Days are counted on the date we heard, not the one they claim. */
export function fourClocks(state: RequestState, ours: Side, heard: Heard, today: LocalDate): FourClocks {
  const theirs = state.last[ours === 'r' ? 'e' : 'r'];
  const said = state.covered[ours] > 0 && theirs ? (theirs.on.slice(0, 10) as LocalDate) : null;
  const seen = said !== null && heard.lastOn !== null ? earlier(said, heard.lastOn) : said;
  const proofs = [seen, heard.receiptOn].filter((date) => date !== null).sort();
  return {
    limit: state.limit,
    stored: state.storedOn,
    agreed: state.agreed,
    promised: state.promised,
    lastProof: proofs.at(-1) ?? null,
    contactDays: heard.lastOn === null ? null : Math.max(0, daysBetween(heard.lastOn, today)),
  };
}
