import type { DossierId, EntryId, OfficeId, RequestId } from '#shared/base/ids.ts';
import type { Paper, PaperStage, PaperStep, PaperType } from '#shared/domain/paper/approval.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A step with the words that were written beside it. */
export type PaperRowStep = PaperStep & { readonly note: string };

/** A letter with the text that was submitted (送审稿). */
export type PaperRow = Omit<Paper, 'steps'> & {
  readonly request: RequestId;
  readonly type: PaperType;
  readonly steps: readonly PaperRowStep[];
  /** JSON text of what the partner will see, without number and signature. */
  readonly content: string;
  readonly partner: OfficeId;
  readonly dossier: DossierId | null;
  readonly number: string | null;
  /** JSON text of the scan of the sealed letter. */
  readonly scan: string | null;
  /** The entry it left as. */
  readonly sent: EntryId | null;
  /** When the present text was submitted. */
  readonly submitted: string;
};

type Columns = Omit<PaperRow, 'steps' | 'scanned'> & { readonly steps: string };

const columns = 'request, type, hash, content, partner, dossier, number, stage, steps, scan, sent, submitted';

function toRow(row: Columns): PaperRow {
  // Written by `putPaper` only.
  return { ...row, steps: JSON.parse(row.steps) as readonly PaperRowStep[], scanned: row.scan !== null };
}

/** The letter of this type of a request. */
export function findPaper(db: ReadDb, request: RequestId, type: PaperType): PaperRow | undefined {
  const row = db.get<Columns>(`SELECT ${columns} FROM paper WHERE request = ? AND type = ?`, request, type);
  return row && toRow(row);
}

/** Keeps a letter in place of what was known of it. */
export function putPaper(tx: WriteDb, paper: PaperRow): void {
  tx.run(
    `INSERT INTO paper (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (request, type) DO UPDATE SET
     hash = excluded.hash, content = excluded.content, partner = excluded.partner, dossier = excluded.dossier,
     number = excluded.number, stage = excluded.stage, steps = excluded.steps, scan = excluded.scan,
     sent = excluded.sent, submitted = excluded.submitted`,
    paper.request,
    paper.type,
    paper.hash,
    paper.content,
    paper.partner,
    paper.dossier,
    paper.number,
    paper.stage,
    JSON.stringify(paper.steps),
    paper.scan,
    paper.sent,
    paper.submitted,
  );
}

/** The newest letters of a type, by their submission, at most `limit`. */
export function newestPapers(db: ReadDb, type: PaperType, limit: number): readonly PaperRow[] {
  const sql = `SELECT ${columns} FROM paper WHERE type = ? ORDER BY submitted DESC, request DESC LIMIT ?`;
  return db.all<Columns>(sql, type, limit).map(toRow);
}

/** Letters at one of these stages, oldest submission first, at most `limit`. */
export function papersAt(db: ReadDb, stages: readonly PaperStage[], limit: number): readonly PaperRow[] {
  const places = stages.map(() => '?').join(', ');
  const sql = `SELECT ${columns} FROM paper WHERE stage IN (${places}) ORDER BY submitted, request LIMIT ?`;
  return db.all<Columns>(sql, ...stages, limit).map(toRow);
}
