import type { ReadDb } from '#electron/store/db.ts';
import { findDeadline } from '#electron/store/tables/deadlines.ts';
import type { PaperRow } from '#electron/store/tables/papers.ts';
import { findRequest, type RequestRow } from '#electron/store/tables/requests.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { type PaperStanding, paperStanding } from '#shared/domain/paper/standing.ts';
import type { DeadlineLine } from '../deadline/deadline-line.ts';
import { dueBriefOf } from '../deadline/due-brief.ts';
import type { DossierLine } from '../dossier/dossier-rows.ts';
import { paperRules } from '../request/paper-standing.ts';

/** One line of the day. */
export type TodayItem = CallOutput<'today.get'>['overdue'][number];

/** What is to be done about a limit of a file or a request, by rule; rows of urgent requests share the code. */
const byRule: Readonly<Record<string, string>> = {
  'ARB.ACCEPT': 'decide',
  'LSI.ACCEPT': 'decide',
  'ARB.LIMIT': 'award',
  'LSI.INVESTIGATE': 'investigate',
  'REQ.REGISTER': 'register',
  'REQ.REVIEW': 'review',
  'REQ.MEND': 'mend',
  'REQ.ARB_INV': 'answer',
  'REQ.LSI': 'answer',
};

/** What a request asks of whoever must act, by its state. */
const byState: Readonly<Record<string, string>> = {
  approval: 'approve',
  sent: 'register',
  registered: 'review',
  returned: 'mend',
  accepted: 'answer',
  answered: 'close',
  refused: 'close',
};

/** What a letter on its way through the office waits for. */
const byStanding: Readonly<Record<PaperStanding, string>> = {
  review: 'examine',
  sign: 'sign',
  seal: 'seal',
  send: 'send',
  back: 'redraft',
  moot: 'look',
  none: 'look',
};

function todoOf(line: DeadlineLine, waitsForPartner: boolean): string {
  if (waitsForPartner) return 'urge';
  return byRule[line.due.ruleId.replace(/\.(URGENT|QUERY)$/, '')] ?? 'deadline';
}

/** A running deadline as a line of the day; a partner's limit is ours to urge. */
export function deadlineItem(db: ReadDb, line: DeadlineLine): TodayItem {
  const { due, number, title } = line;
  if (line.dossier !== null) {
    return { about: 'dossier', id: line.dossier, number, title, due, todo: todoOf(line, false), since: null };
  }
  const id = line.request ?? '';
  const row = findDeadlineRequest(db, id);
  // Correcting a returned letter is the requester's limit; every other one is the executor's.
  const theirs = row !== undefined && (row.direction === 'in') === due.ruleId.startsWith('REQ.MEND');
  return { about: 'request', id, number, title, due, todo: todoOf(line, theirs), since: null };
}

function findDeadlineRequest(db: ReadDb, id: string): RequestRow | undefined {
  // The id is that of a deadline row about a request.
  return findRequest(db, id as RequestRow['id']);
}

function todoOfRequest(row: RequestRow): string {
  if (row.direction === 'out' && row.flags.includes('extension-open')) return 'extension';
  return byState[row.state] ?? 'look';
}

/** A request as a line of the day. */
export function requestItem(db: ReadDb, row: RequestRow, today: LocalDate, todo?: string): TodayItem {
  const deadline = row.nextDeadline === null ? undefined : findDeadline(db, row.nextDeadline);
  return {
    ...{ about: 'request', id: row.id, number: row.number ?? row.registerNo ?? '', title: row.title },
    ...{ due: deadline ? dueBriefOf(deadline, today) : null, todo: todo ?? todoOfRequest(row) },
    since: row.storedOn ?? row.sentOn,
  };
}

/** A letter waiting for its next step as a line of the day; none when the request has gone on without it. */
export function paperItem(db: ReadDb, paper: PaperRow): readonly TodayItem[] {
  const row = findRequest(db, paper.request);
  const standing = paperStanding(paper, paperRules(db, paper, row?.state));
  if (standing === 'moot' || standing === 'none') return [];
  return [
    {
      ...{ about: 'request', id: paper.request, number: row?.number ?? '', title: row?.title ?? '' },
      ...{ due: null, todo: byStanding[standing], since: paper.submitted },
    },
  ];
}

/** An open file without clock or next step as a line of the day. */
export function unclockedItem(line: DossierLine): TodayItem {
  const { id, caseNo, windowNo, title, receivedOn } = line;
  return { about: 'dossier', id, number: caseNo ?? windowNo, title, due: null, todo: 'look', since: receivedOn };
}
