import type { OfficeId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A sealed run of our stream to an office, made once and kept until it is receipted. Times in milliseconds since 1970. */
export type BundleOut = {
  /** Hex hash of the sealed bytes; also its file name. */
  readonly id: string;
  readonly office: OfficeId;
  readonly first: number;
  readonly last: number;
  /** JSON text: what decides whether the run must be sealed again, such as the hash of the card it was sealed for. */
  readonly about: string;
  readonly madeAt: number;
  /** When a carrier last took it, or null while it is only here. */
  readonly givenAt: number | null;
};

const columns = 'id, office, first_n AS first, last_n AS last, about, made_at AS madeAt, given_at AS givenAt';

/** Keeps a sealed run with its bytes. */
export function keepBundle(tx: WriteDb, bundle: BundleOut, sealed: Uint8Array): void {
  tx.run(
    `INSERT INTO bundle_out (id, office, first_n, last_n, about, sealed, made_at, given_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    bundle.id,
    bundle.office,
    bundle.first,
    bundle.last,
    bundle.about,
    sealed,
    bundle.madeAt,
    bundle.givenAt,
  );
}

/** The sealed runs that hold anything beyond place `after` of our stream to an office, in order. */
export function bundlesBeyond(db: ReadDb, office: OfficeId, after: number): readonly BundleOut[] {
  return db.all(`SELECT ${columns} FROM bundle_out WHERE office = ? AND last_n > ? ORDER BY first_n, n`, office, after);
}

/** The bytes of a sealed run. */
export function bundleBytes(db: ReadDb, id: string): Uint8Array | undefined {
  return db.get<{ sealed: Uint8Array }>('SELECT sealed FROM bundle_out WHERE id = ?', id)?.sealed;
}

/** Notes that a carrier took a sealed run; this proves nothing about its arrival. */
export function noteBundleGiven(tx: WriteDb, id: string, at: number): void {
  tx.run('UPDATE bundle_out SET given_at = ? WHERE id = ?', at, id);
}

/** Drops the sealed runs up to place `upTo`, which the office's own signed receipt covers, and answers their ids. */
export function dropReceiptedBundles(tx: WriteDb, office: OfficeId, upTo: number): readonly string[] {
  const rows = tx.all<{ id: string }>('SELECT id FROM bundle_out WHERE office = ? AND last_n <= ?', office, upTo);
  tx.run('DELETE FROM bundle_out WHERE office = ? AND last_n <= ?', office, upTo);
  return rows.map((row) => row.id);
}

/** Drops one sealed run because its run was sealed again for a newer card. */
export function dropBundle(tx: WriteDb, id: string): void {
  tx.run('DELETE FROM bundle_out WHERE id = ?', id);
}

/** When a carrier last took anything of ours for an office, in milliseconds since 1970; undefined when never. */
export function lastGivenAt(db: ReadDb, office: OfficeId): number | undefined {
  const row = db.get<{ at: number | null }>('SELECT max(given_at) AS at FROM bundle_out WHERE office = ?', office);
  return row?.at ?? undefined;
}
