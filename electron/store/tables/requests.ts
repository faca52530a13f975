import type { DossierId, EntryId, OfficeId, RequestId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { ReadDb, SqlValue, WriteDb } from '../db.ts';

/** Who must act next, from this office's point of view. */
export type RequestActor = 'us' | 'them' | 'nobody';

/** What lists show of a request; everything here can be computed again from its chains and papers. */
export type RequestRow = {
  readonly id: RequestId;
  readonly direction: 'out' | 'in';
  readonly kind: string;
  readonly partner: OfficeId;
  /** Our own file behind it; never leaves the office. */
  readonly dossier: DossierId | null;
  readonly number: string | null;
  readonly registerNo: string | null;
  readonly title: string;
  readonly urgency: string;
  /** A phase of the life table, or 'approval' while the letter has not left. */
  readonly state: string;
  readonly actor: RequestActor;
  readonly agreed: LocalDate | null;
  readonly promised: LocalDate | null;
  /** The day the list sorts by. */
  readonly nextDue: LocalDate | null;
  /** Id of the deadline that decides now. */
  readonly nextDeadline: string | null;
  readonly sentOn: string | null;
  readonly storedOn: LocalDate | null;
  readonly unread: boolean;
  /** Codes that do not depend on the present day. */
  readonly flags: readonly string[];
  /** Our own newest entry, whose way to the partner the list shows. */
  readonly ownHead: EntryId | null;
  /** When that entry says it happened. */
  readonly ownOn: string | null;
  /** What the partner's own entries prove of it: that it holds it, or that a person there has opened it. */
  readonly ownProof: 'none' | 'seen' | 'opened';
  /** Day on which the partner's newest entry became known here. */
  readonly heardOn: LocalDate | null;
  /** Number of the entry that made this row, in the order of arrival. */
  readonly revision: number;
};

type Columns = Omit<RequestRow, 'unread' | 'flags'> & { readonly unread: number; readonly flags: string };

const fields = [
  ['id', 'id'],
  ['direction', 'direction'],
  ['kind', 'kind'],
  ['partner', 'partner'],
  ['dossier', 'dossier'],
  ['number', 'number'],
  ['register_no', 'registerNo'],
  ['title', 'title'],
  ['urgency', 'urgency'],
  ['state', 'state'],
  ['actor', 'actor'],
  ['agreed', 'agreed'],
  ['promised', 'promised'],
  ['next_due', 'nextDue'],
  ['next_deadline', 'nextDeadline'],
  ['sent_on', 'sentOn'],
  ['stored_on', 'storedOn'],
  ['unread', 'unread'],
  ['flags', 'flags'],
  ['own_head', 'ownHead'],
  ['own_on', 'ownOn'],
  ['own_proof', 'ownProof'],
  ['heard_on', 'heardOn'],
  ['revision', 'revision'],
] as const;

const selected = fields.map(([column, name]) => `${column} AS ${name}`).join(', ');
const inserted = [...fields.map(([column]) => column), 'search'];
const upsert = `INSERT INTO request (${inserted.join(', ')}) VALUES (${inserted.map(() => '?').join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${inserted
    .slice(1)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`;

function toRow(row: Columns): RequestRow {
  // Written by `putRequest` only.
  return { ...row, unread: row.unread === 1, flags: JSON.parse(row.flags) as readonly string[] };
}

/** The request with this id. */
export function findRequest(db: ReadDb, id: RequestId): RequestRow | undefined {
  const row = db.get<Columns>(`SELECT ${selected} FROM request WHERE id = ?`, id);
  return row && toRow(row);
}

/** Keeps a request in place of what was known of it; `search` is its folded text for finding it. */
export function putRequest(tx: WriteDb, row: RequestRow, search: string): void {
  const values = fields.map(([, name]): SqlValue => {
    if (name === 'unread') return row.unread ? 1 : 0;
    return name === 'flags' ? JSON.stringify(row.flags) : row[name];
  });
  tx.run(upsert, ...values, search);
}

/** Which requests a list shows. Every one of `words`, folded as `search` is, must occur. */
export type RequestFilter = {
  readonly direction: 'all' | 'out' | 'in';
  readonly actor: 'all' | RequestActor;
  readonly words: readonly string[];
  readonly dossier: DossierId | undefined;
};

type Condition = { readonly sql: string; readonly values: readonly SqlValue[] };

function conditionOf(filter: RequestFilter, withActor: boolean): Condition {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  const add = (sql: string, value: SqlValue): void => {
    parts.push(sql);
    values.push(value);
  };
  if (filter.dossier !== undefined) add('dossier = ?', filter.dossier);
  if (withActor && filter.actor !== 'all') add('actor = ?', filter.actor);
  if (filter.direction !== 'all') add('direction = ?', filter.direction);
  for (const word of filter.words) {
    add(`search LIKE ? ESCAPE '\\'`, `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
  }
  return { sql: parts.length === 0 ? '1' : parts.join(' AND '), values };
}

/**
 * The order of 今天还来得及: due today or later, nearest first; then overdue, newest first; then without a date, newest first.
 * Three runs over one index instead of a sort of everything.
 */
const runs: readonly { readonly where: string; readonly order: string; readonly dated: boolean }[] = [
  { where: 'next_due >= ?', order: 'next_due, id', dated: true },
  { where: 'next_due < ?', order: 'next_due DESC, id DESC', dated: true },
  { where: 'next_due IS NULL', order: 'id DESC', dated: false },
];

/** One page of requests in the order of what can still be saved, and how many there are in all. */
export function listRequests(
  db: ReadDb,
  filter: RequestFilter,
  page: { readonly offset: number; readonly limit: number; readonly today: LocalDate },
): { readonly total: number; readonly rows: readonly RequestRow[] } {
  const condition = conditionOf(filter, true);
  const rows: RequestRow[] = [];
  let total = 0;
  for (const run of runs) {
    const values = run.dated ? [...condition.values, page.today] : condition.values;
    const where = `FROM request WHERE ${condition.sql} AND ${run.where}`;
    const count = db.get<{ n: number }>(`SELECT count(*) AS n ${where}`, ...values)?.n ?? 0;
    const offset = Math.max(0, page.offset - total);
    const wanted = page.limit - rows.length;
    if (wanted > 0 && offset < count) {
      const sql = `SELECT ${selected} ${where} ORDER BY ${run.order} LIMIT ? OFFSET ?`;
      rows.push(...db.all<Columns>(sql, ...values, wanted, offset).map(toRow));
    }
    total += count;
  }
  return { total, rows };
}

/** Requests a partner asks us, of which anything came from it on a day or later. */
export function requestsHeardSince(db: ReadDb, partner: OfficeId, day: LocalDate): readonly RequestId[] {
  const sql = "SELECT id FROM request WHERE partner = ? AND direction = 'in' AND heard_on >= ? ORDER BY id";
  return db.all<{ id: RequestId }>(sql, partner, day).map(({ id }) => id);
}

/** Every request with an office, in the order of their ids. */
export function requestsWith(db: ReadDb, partner: OfficeId): readonly RequestId[] {
  return db.all<{ id: RequestId }>('SELECT id FROM request WHERE partner = ? ORDER BY id', partner).map(({ id }) => id);
}

/** How many requests wait for whom, whatever the list is narrowed to in that respect. */
export function countRequests(db: ReadDb, filter: RequestFilter): Readonly<Record<RequestActor, number>> {
  const { sql, values } = conditionOf(filter, false);
  const found = db.all<{ actor: RequestActor; n: number }>(
    `SELECT actor, count(*) AS n FROM request WHERE ${sql} GROUP BY actor`,
    ...values,
  );
  const of = (actor: RequestActor): number => found.find((row) => row.actor === actor)?.n ?? 0;
  return { us: of('us'), them: of('them'), nobody: of('nobody') };
}

/** The requests written from a file, newest first. */
export function requestsOfDossier(db: ReadDb, dossier: DossierId): readonly RequestRow[] {
  return db.all<Columns>(`SELECT ${selected} FROM request WHERE dossier = ? ORDER BY id DESC`, dossier).map(toRow);
}

/** How many requests of a file are not over. */
export function openRequestsOf(db: ReadDb, dossier: DossierId): number {
  const sql = `SELECT count(*) AS n FROM request WHERE dossier = ? AND state NOT IN ('closed', 'withdrawn')`;
  return db.get<{ n: number }>(sql, dossier)?.n ?? 0;
}

/** How many requests with a partner are not over. */
export function openRequestsWith(db: ReadDb, partner: OfficeId): number {
  const sql = `SELECT count(*) AS n FROM request WHERE partner = ? AND state NOT IN ('closed', 'withdrawn')`;
  return db.get<{ n: number }>(sql, partner)?.n ?? 0;
}

/** Requests that wait for us, or that somebody should open, soonest first: a page of them, and how many there are. */
export function requestsWaiting(
  db: ReadDb,
  which: 'us' | 'unread',
  page: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: readonly RequestRow[] } {
  const from = `FROM request WHERE ${which === 'us' ? `actor = 'us' AND state <> 'approval'` : 'unread = 1'}`;
  const total = db.get<{ n: number }>(`SELECT count(*) AS n ${from}`)?.n ?? 0;
  const sql = `SELECT ${selected} ${from} ORDER BY next_due IS NULL, next_due, id LIMIT ? OFFSET ?`;
  return { total, rows: db.all<Columns>(sql, page.limit, page.offset).map(toRow) };
}

/** Opening entries of a partner's requests that are stored here and not registered yet, oldest first, with their storing days. */
export function storedOpenings(
  db: ReadDb,
  partner: OfficeId,
  limit: number,
): readonly { readonly entry: EntryId; readonly on: LocalDate }[] {
  return db.all(
    `SELECT entry.id AS entry, request.stored_on AS "on" FROM request
     JOIN chain ON chain.name = 'request/' || request.id || '/r' JOIN entry ON entry.chain = chain.n AND entry.seq = 1
     WHERE request.partner = ? AND request.state = 'sent' AND request.direction = 'in' AND request.stored_on IS NOT NULL
     ORDER BY request.id LIMIT ?`,
    ...[partner, limit],
  );
}
