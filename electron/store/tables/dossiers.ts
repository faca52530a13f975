import type { DossierId, UserId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { putDossierKey } from './dossier-keys.ts';

/** Which kind of file it is: arbitration or labour inspection. */
export type StoredSide = 'arb' | 'lsi';
/** Where a file stands in its life. */
export type StoredStatus = 'received' | 'accepted' | 'closed';

/** A file as lists show it. `receivedOn` may carry a time of day; the other dates are plain days. */
export type DossierRow = {
  readonly id: DossierId;
  readonly side: StoredSide;
  readonly status: StoredStatus;
  readonly windowNo: string;
  readonly caseNo: string | null;
  /** The number in a form that sorts as text: digits padded, brackets and width folded. */
  readonly numberKey: string;
  readonly title: string;
  readonly cause: string;
  readonly handler: UserId | null;
  readonly channel: string;
  /** Code of the branch that has it; '' for the office itself. */
  readonly branch: string;
  readonly receivedOn: string;
  readonly acceptedOn: string | null;
  readonly closedOn: string | null;
  readonly closeType: string | null;
  /** Nearest last day that still runs, and the deadline it belongs to; a suspended deadline has no day. */
  readonly nextDue: string | null;
  readonly nextDeadline: string | null;
  readonly openRequests: number;
  /** Number in the order of arrival of the newest fact about the file. */
  readonly revision: number;
  /** Its place on its main line, a code of the domain's table. */
  readonly stage: string;
  /** Number of the file it is heard together with, where that one leads. */
  readonly leadNo: string | null;
};

/** The long texts of a file. */
export type DossierText = { readonly summary: string; readonly closeNote: string };

const columns = `id, side, status, window_no AS windowNo, case_no AS caseNo, number_key AS numberKey, title, cause, handler,
  channel, branch, received_on AS receivedOn, accepted_on AS acceptedOn, closed_on AS closedOn, close_type AS closeType,
  next_due AS nextDue, next_deadline AS nextDeadline, open_requests AS openRequests, revision,
  stage, lead_no AS leadNo`;

/** One file without its long texts. */
export function findDossier(db: ReadDb, id: DossierId): DossierRow | undefined {
  return db.get<DossierRow>(`SELECT ${columns} FROM dossier WHERE id = ?`, id);
}

/** The number lists and the search index name a file by. */
export function dossierN(db: ReadDb, id: DossierId): number | undefined {
  return db.get<{ n: number }>('SELECT n FROM dossier WHERE id = ?', id)?.n;
}

/** Whether a file bears a number that sorts as this one (see `numberKey`). */
export function hasNumberKey(db: ReadDb, numberKey: string): boolean {
  return db.get('SELECT 1 FROM dossier WHERE number_key = ? LIMIT 1', numberKey) !== undefined;
}

/** The long texts of one file; empty when they were erased. */
export function dossierText(db: ReadDb, id: DossierId): DossierText {
  const row = db.get<DossierText>('SELECT summary, close_note AS closeNote FROM dossier_text WHERE dossier = ?', id);
  return row ?? { summary: '', closeNote: '' };
}

/** Puts a file, in place of what was there under its id, with its place among its kind. */
export function putDossier(tx: WriteDb, row: DossierRow): void {
  tx.run(
    `INSERT INTO dossier (id, side, status, window_no, case_no, number_key, title, cause, handler, channel, branch,
       received_on, accepted_on, closed_on, close_type, next_due, next_deadline, open_requests, revision, stage, lead_no)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET side = excluded.side, status = excluded.status, window_no = excluded.window_no,
       case_no = excluded.case_no, number_key = excluded.number_key, title = excluded.title, cause = excluded.cause,
       handler = excluded.handler, channel = excluded.channel, branch = excluded.branch, received_on = excluded.received_on,
       accepted_on = excluded.accepted_on, closed_on = excluded.closed_on, close_type = excluded.close_type,
       next_due = excluded.next_due, next_deadline = excluded.next_deadline, open_requests = excluded.open_requests,
       revision = excluded.revision, stage = excluded.stage, lead_no = excluded.lead_no`,
    ...[row.id, row.side, row.status, row.windowNo, row.caseNo, row.numberKey, row.title, row.cause, row.handler],
    ...[
      row.channel,
      row.branch,
      row.receivedOn,
      row.acceptedOn,
      row.closedOn,
      row.closeType,
      row.nextDue,
      row.nextDeadline,
    ],
    ...[row.openRequests, row.revision, row.stage, row.leadNo],
  );
  const n = dossierN(tx, row.id);
  if (n !== undefined) putDossierKey(tx, { ...row, n });
}

/** Puts the long texts of a file. */
export function putDossierText(tx: WriteDb, id: DossierId, text: DossierText): void {
  tx.run(
    `INSERT INTO dossier_text (dossier, summary, close_note) VALUES (?, ?, ?)
     ON CONFLICT (dossier) DO UPDATE SET summary = excluded.summary, close_note = excluded.close_note`,
    ...[id, text.summary, text.closeNote],
  );
}

/** Writes how many requests of a file are still open; called by whatever projects requests. */
export function setOpenRequests(tx: WriteDb, id: DossierId, count: number): void {
  tx.run('UPDATE dossier SET open_requests = ? WHERE id = ?', count, id);
}
