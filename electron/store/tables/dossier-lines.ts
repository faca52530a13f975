import type { ReadDb } from '../db.ts';
import type { DeadlineRow, DeadlineSqlRow } from './deadlines.ts';
import type { DossierRow } from './dossiers.ts';

/** Of the limit a file waits for what lists show. */
export type NextLimit = Pick<
  DeadlineRow,
  'id' | 'ruleId' | 'of' | 'due' | 'target' | 'soonFrom' | 'resumeBy' | 'state' | 'provisional' | 'confidence'
>;

/** What lists show of a file, and nothing more: every column read is a cost on each of the rows. */
export type LineRow = Pick<
  DossierRow,
  | 'id'
  | 'side'
  | 'status'
  | 'windowNo'
  | 'caseNo'
  | 'title'
  | 'cause'
  | 'handler'
  | 'receivedOn'
  | 'acceptedOn'
  | 'closedOn'
  | 'openRequests'
  | 'stage'
  | 'leadNo'
>;

type Limit = Omit<NextLimit, 'id' | 'provisional' | 'state'> & Pick<DeadlineSqlRow, 'provisional'>;
type SqlRow = LineRow & Limit & { readonly n: number; readonly limitId: string | null } & Pick<NextLimit, 'state'>;

const sql = `SELECT d.n, d.id, d.side, d.status, d.window_no AS windowNo, d.case_no AS caseNo, d.title, d.cause, d.handler,
    d.received_on AS receivedOn, d.accepted_on AS acceptedOn, d.closed_on AS closedOn, d.open_requests AS openRequests,
    d.stage, d.lead_no AS leadNo,
    l.id AS limitId, l.rule_id AS ruleId, l.of_part AS of, l.due, l.target, l.soon_from AS soonFrom,
    l.resume_by AS resumeBy, l.state, l.provisional, l.confidence
  FROM json_each(?) AS asked CROSS JOIN dossier AS d ON d.n = asked.value LEFT JOIN deadline AS l ON l.id = d.next_deadline`;

/** A file as lists show it with the limit it waits for; `next` is undefined when no limit runs or is suspended. */
export type DossierWithNext = { readonly row: LineRow; readonly next: NextLimit | undefined };

// Field by field: spreading rows of so many columns costs as much as reading them.
function nextOf(row: SqlRow): NextLimit | undefined {
  const { limitId: id, ruleId, of, due, target, soonFrom, resumeBy, state, confidence } = row;
  if (id === null) return undefined;
  return { id, ruleId, of, due, target, soonFrom, resumeBy, state, provisional: row.provisional === 1, confidence };
}

/** The files with these numbers by number, with their limits, in one statement; a number without a file is left out. */
export function dossiersWithNext(db: ReadDb, ns: readonly number[]): ReadonlyMap<number, DossierWithNext> {
  return new Map(db.all<SqlRow>(sql, JSON.stringify(ns)).map((row) => [row.n, { row, next: nextOf(row) }]));
}
