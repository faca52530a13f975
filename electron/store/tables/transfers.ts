import type { ManifestId, OfficeId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** Whether a file goes to an office or comes from it. */
export type TransferDirection = 'out' | 'in';

/** A file on its way to an office or from it. */
export type TransferKey = {
  readonly office: OfficeId;
  readonly direction: TransferDirection;
  readonly manifest: ManifestId;
};

/** What a person arranged of it: no network carries it for now; the highest place goes first, 0 as it came. */
export type Arranged = { readonly paused: boolean; readonly place: number };

/** What was arranged of the files going one direction with an office. */
export function arrangedWith(
  db: ReadDb,
  office: OfficeId,
  direction: TransferDirection,
): ReadonlyMap<ManifestId, Arranged> {
  const rows = db.all<{ manifest: ManifestId; paused: number; place: number }>(
    'SELECT manifest, paused, place FROM transfer WHERE office = ? AND direction = ?',
    ...[office, direction],
  );
  return new Map(rows.map(({ manifest, paused, place }) => [manifest, { paused: paused === 1, place }]));
}

/** Keeps what was arranged of a file; what says nothing is forgotten. */
export function arrange(tx: WriteDb, { office, direction, manifest }: TransferKey, arranged: Arranged): void {
  const { paused, place } = arranged;
  tx.run('DELETE FROM transfer WHERE office = ? AND direction = ? AND manifest = ?', office, direction, manifest);
  if (!paused && place === 0) return;
  tx.run(
    'INSERT INTO transfer (office, direction, manifest, paused, place) VALUES (?, ?, ?, ?, ?)',
    ...[office, direction, manifest, paused ? 1 : 0, place],
  );
}

/** A place before every other. */
export function firstPlace(db: ReadDb): number {
  return (db.get<{ place: number | null }>('SELECT max(place) AS place FROM transfer')?.place ?? 0) + 1;
}

/** Forgets what was arranged of every file going one direction with an office but these. */
export function forgetOthers(
  tx: WriteDb,
  { office, direction }: Pick<TransferKey, 'office' | 'direction'>,
  files: readonly ManifestId[],
): void {
  for (const manifest of arrangedWith(tx, office, direction).keys()) {
    if (!files.includes(manifest)) arrange(tx, { office, direction, manifest }, { paused: false, place: 0 });
  }
}
