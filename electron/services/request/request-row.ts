import type { ReadDb, WriteDb } from '#electron/store/db.ts';
import type { DeadlineRow } from '#electron/store/tables/deadlines.ts';
import { setOpenRequests } from '#electron/store/tables/dossiers.ts';
import { findPaper, type PaperRow } from '#electron/store/tables/papers.ts';
import { findPartner } from '#electron/store/tables/partners.ts';
import { findRequest, openRequestsOf, putRequest, type RequestRow } from '#electron/store/tables/requests.ts';
import type { OfficeId, RequestId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CommissionLetter } from '#shared/contract/letter.ts';
import type { AssistEvent, Side } from '#shared/domain/assist/event.ts';
import type { RequestState } from '#shared/domain/assist/state.ts';
import { turnOf } from '#shared/domain/assist/turn.ts';
import { foldedWriting, foldForSearch } from '../dossier/search-text.ts';
import { loadRequest, ourSide, type RequestChains } from './chains.ts';
import { type CommissionContent, readCommission } from './letter-content.ts';
import { hasUnread, standingFlags } from './request-flags.ts';
import { keepRequestLimits } from './request-limit-rows.ts';
import { storedThere } from './stored-there.ts';
import { cleanShown } from './typed-text.ts';

/** What made the row be written again. */
export type RowCause = {
  readonly office: OfficeId;
  /** Number of the entry in the order of arrival, and the date it became known here. */
  readonly n: number;
  readonly date: LocalDate;
  /** True when the partner wrote it. */
  readonly heard: boolean;
};

function titleOf(letter: CommissionLetter | undefined): string {
  if (!letter) return '';
  const [first, ...more] = [...new Set(letter.items.map((item) => item.object.name))];
  const about = more.length > 0 ? `${first ?? ''} +${more.length}` : (first ?? '');
  return [letter.matter.cause, about].filter((text) => text !== '').join(' · ');
}

function searchOf(row: RequestRow, letter: CommissionLetter | undefined, partnerName: string): string {
  const numbers = [row.number ?? '', row.registerNo ?? '', letter?.matter.caseNo ?? ''];
  const names = letter?.matter.parties.map((party) => party.name) ?? [];
  const objects = letter?.items.map((item) => item.object.name) ?? [];
  const texts = [partnerName, letter?.matter.cause ?? '', ...names, ...objects];
  return [...numbers.map(foldForSearch), ...texts.map(foldedWriting)].filter((word) => word !== '').join('\n');
}

/** The deadline that decides in the present state, and the day a list sorts by. */
function nextOf(chains: RequestChains, limits: readonly DeadlineRow[]): Pick<RequestRow, 'nextDue' | 'nextDeadline'> {
  const { phase, agreed } = chains.state;
  const wanted = limits.filter((row) => row.state === 'running' || row.state === 'suspended');
  const now = wanted.toSorted((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1))[0];
  const due = now?.due ?? null;
  const early = phase === 'accepted' && agreed !== null && (due === null || agreed < due) ? agreed : due;
  return { nextDue: early, nextDeadline: now?.id ?? null };
}

function fromPaper(id: RequestId, paper: PaperRow, content: CommissionContent | undefined): RequestRow {
  return {
    ...{ id, direction: 'out', kind: content?.letter.kind ?? '', partner: paper.partner, dossier: paper.dossier },
    ...{ number: paper.number, registerNo: null, title: titleOf(content?.letter) },
    ...{ urgency: content?.letter.urgency ?? 'normal', state: 'approval', actor: 'us', agreed: null, promised: null },
    ...{ nextDue: null, nextDeadline: null, sentOn: null, storedOn: null, unread: false },
    ...{ flags: [`paper-${paper.stage}`], ownHead: null, ownOn: null, ownProof: 'none', heardOn: null, revision: 0 },
  };
}

/** Our newest entry and what the partner's own entries prove of it. */
function ownWay(
  state: RequestState,
  side: Side,
  head: AssistEvent | undefined,
): Pick<RequestRow, 'ownHead' | 'ownOn' | 'ownProof'> {
  if (!head) return { ownHead: null, ownOn: null, ownProof: 'none' };
  return { ownHead: head.id, ownOn: head.on, ownProof: provenBy(state, side, head.seq) };
}

/** What the partner's entries prove of our entry with this number. */
export function provenBy(state: RequestState, side: Side, seq: number): RequestRow['ownProof'] {
  if ((state.opened[side]?.upTo ?? 0) >= seq) return 'opened';
  return state.covered[side] >= seq ? 'seen' : 'none';
}

type Known = {
  readonly chains: RequestChains;
  readonly side: Side;
  readonly content: CommissionContent | undefined;
  readonly limits: readonly DeadlineRow[];
  readonly paper: PaperRow | undefined;
  readonly storedOn: LocalDate | null;
};

function fromChains(id: RequestId, known: Known): RequestRow | undefined {
  const { chains, side, content, paper } = known;
  const { state } = chains;
  const { opening } = state;
  if (opening === null) return undefined;
  const partner = side === 'r' ? opening.executor : opening.requester;
  const theirs = side === 'r' ? chains.e : chains.r;
  const ours = side === 'r' ? chains.r : chains.e;
  return {
    ...{ id, direction: side === 'r' ? 'out' : 'in', kind: opening.kind, partner: partner ?? opening.requester },
    // Numbers stand in the partner's signed facts as it wrote them.
    ...cleanShown({ number: opening.number, registerNo: state.registerNo }),
    dossier: paper?.dossier ?? null,
    ...{ title: titleOf(content?.letter), urgency: opening.urgency, state: state.phase },
    actor: turnOf(state, side),
    ...{ agreed: state.agreed, promised: state.promised, ...nextOf(chains, known.limits) },
    ...{ sentOn: opening.on, storedOn: state.storedOn ?? known.storedOn },
    unread: hasUnread(state, theirs, side === 'r' ? 'e' : 'r'),
    flags: [...standingFlags(state, paper?.stage), ...(content ? [] : ['letter-unreadable'])],
    ...{ heardOn: null, revision: 0 },
    ...ownWay(chains.state, side, ours.at(-1)),
  };
}

/** The storing day the partner's receipt tells, as long as its registration does not. */
function storedByPartner(db: ReadDb, { opening, storedOn }: RequestState): LocalDate | null {
  if (opening === null || opening.executor === null || storedOn !== null) return null;
  return storedThere(db, opening.executor, opening.id);
}

function rowOf(
  tx: WriteDb,
  id: RequestId,
  before: RequestRow | undefined,
  cause: RowCause,
): { row: RequestRow; content: CommissionContent | undefined } | undefined {
  const chains = loadRequest(tx, id);
  const side = ourSide(chains.state, cause.office);
  const commission = findPaper(tx, id, 'commission');
  if (side === undefined) {
    if (!commission) return undefined;
    const content = commission.content === '' ? undefined : readCommission(JSON.parse(commission.content));
    return { row: fromPaper(id, commission, content), content };
  }
  const content = readCommission(chains.r[0]?.body);
  const storedOn = before?.storedOn ?? (side === 'e' ? cause.date : storedByPartner(tx, chains.state));
  const limits = keepRequestLimits(tx, id, chains.state, { storedOn, today: cause.date });
  const paper = side === 'r' ? commission : findPaper(tx, id, 'reply');
  const row = fromChains(id, { chains, side, content, limits, paper, storedOn });
  return row && { row, content };
}

/** Writes the row of a request again from its chains and papers, with its limits and the count on its dossier. */
export function refreshRequest(tx: WriteDb, id: RequestId, cause: RowCause): RequestRow | undefined {
  const before = findRequest(tx, id);
  const made = rowOf(tx, id, before, cause);
  if (!made) return undefined;
  const heardOn = cause.heard ? cause.date : (before?.heardOn ?? null);
  const row: RequestRow = { ...made.row, heardOn, revision: cause.n };
  putRequest(tx, row, searchOf(row, made.content?.letter, partnerName(tx, row.partner)));
  if (row.dossier !== null) setOpenRequests(tx, row.dossier, openRequestsOf(tx, row.dossier));
  return row;
}

/** A partner's name as its card says it; its code while no card is here. */
export function partnerName(db: ReadDb, office: OfficeId): string {
  return findPartner(db, office)?.name ?? office;
}
