import type { DossierId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A claim (仲裁请求) or a matter (监察事项) of a file. Money in fen. */
export type ClaimRow = {
  readonly id: string;
  readonly dossier: DossierId;
  /** Order inside the file. */
  readonly position: number;
  readonly code: string;
  readonly amountFen: number | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly formula: string;
  readonly inputs: string;
  readonly awardedFen: number | null;
  readonly finality: string;
  readonly mediatedFen: number | null;
  readonly payer: string;
  readonly basis: string;
};

const columns = `id, dossier, position, code, amount_fen AS amountFen, from_on AS "from", to_on AS "to", formula, inputs,
  awarded_fen AS awardedFen, finality, mediated_fen AS mediatedFen, payer, basis`;

/** The claims of a file in their order. */
export function claimsOf(db: ReadDb, dossier: DossierId): readonly ClaimRow[] {
  return db.all<ClaimRow>(`SELECT ${columns} FROM claim WHERE dossier = ? ORDER BY position`, dossier);
}

/** One claim, when it belongs to the file. */
export function findClaim(db: ReadDb, dossier: DossierId, id: string): ClaimRow | undefined {
  return db.get<ClaimRow>(`SELECT ${columns} FROM claim WHERE id = ? AND dossier = ?`, id, dossier);
}

/** The place after the last claim of a file. */
export function nextClaimPosition(db: ReadDb, dossier: DossierId): number {
  const row = db.get<{ n: number | null }>('SELECT max(position) AS n FROM claim WHERE dossier = ?', dossier);
  return (row?.n ?? 0) + 1;
}

/** Puts a claim, in place of what was there under its id. */
export function putClaim(tx: WriteDb, row: ClaimRow): void {
  tx.run(
    `INSERT INTO claim (id, dossier, position, code, amount_fen, from_on, to_on, formula, inputs, awarded_fen, finality,
       mediated_fen, payer, basis)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET code = excluded.code, amount_fen = excluded.amount_fen,
       from_on = excluded.from_on, to_on = excluded.to_on, formula = excluded.formula, inputs = excluded.inputs,
       awarded_fen = excluded.awarded_fen, finality = excluded.finality, mediated_fen = excluded.mediated_fen,
       payer = excluded.payer, basis = excluded.basis`,
    ...[row.id, row.dossier, row.position, row.code, row.amountFen, row.from, row.to, row.formula, row.inputs],
    ...[row.awardedFen, row.finality, row.mediatedFen, row.payer, row.basis],
  );
}

/** Takes a claim off its file. */
export function removeClaim(tx: WriteDb, dossier: DossierId, id: string): void {
  tx.run('DELETE FROM claim WHERE id = ? AND dossier = ?', id, dossier);
}
