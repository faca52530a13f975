import type { ReadDb, WriteDb } from '../db.ts';

/**
 * An employer as a group of parties. `root` is the employer it counts to after merges, itself when it was not merged;
 * what covers a whole root is in `RootRow`.
 */
export type EmployerRow = {
  readonly n: number;
  readonly id: string;
  /** The employer it was merged into, and the act that did it. */
  readonly into: number | null;
  readonly mergedBy: string | null;
  readonly root: number;
  /** Parties that belong here by code and name, and how many of them have a code. */
  readonly members: number;
  readonly coded: number;
  /** Files its parties stand on, and the newest of them by its place in the order of receipt; 0 for none. */
  readonly files: number;
  readonly newest: number;
  readonly name: string;
  readonly code: string;
  /** Folded names, how they sound, and codes, one a line. */
  readonly words: string;
};

const columns = `n, id, into_n AS "into", merged_by AS mergedBy, root, members, coded, files, newest, name, code, words`;

/** An employer by its id. */
export function findEmployer(db: ReadDb, id: string): EmployerRow | undefined {
  return db.get<EmployerRow>(`SELECT ${columns} FROM employer WHERE id = ?`, id);
}

/** An employer by its place in the order it came in. */
export function employerN(db: ReadDb, n: number): EmployerRow | undefined {
  return db.get<EmployerRow>(`SELECT ${columns} FROM employer WHERE n = ?`, n);
}

/** Everything that counts to a root, the root itself included, the oldest first. */
export function employersUnder(db: ReadDb, root: number): readonly EmployerRow[] {
  return db.all<EmployerRow>(`SELECT ${columns} FROM employer WHERE root = ? ORDER BY n`, root);
}

/** The place the next employer will have. */
export function nextEmployerN(db: ReadDb): number {
  return (db.get<{ n: number | null }>('SELECT max(n) AS n FROM employer')?.n ?? 0) + 1;
}

/** A new employer without parties. */
export function addEmployer(tx: WriteDb, n: number, id: string): void {
  foundEmployer(tx, { n, id, members: 0, coded: 0, files: 0, newest: 0, name: '', code: '', words: '', sortKey: '' });
}

/** A new employer with everything that follows from its first party. */
export function foundEmployer(
  tx: WriteDb,
  row: Omit<EmployerRow, 'into' | 'mergedBy' | 'root'> & { readonly sortKey: string },
): void {
  tx.run(
    `INSERT INTO employer (n, id, into_n, merged_by, root, members, coded, files, newest, name, code, words, total,
       latest, sort_key, search)
     VALUES (?, ?, NULL, NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[row.n, row.id, row.n, row.members, row.coded, row.files, row.newest, row.name, row.code, row.words],
    ...[row.files, row.newest, row.sortKey, row.words],
  );
}

/** Counts one more party of an employer that is its own root and is written as before: one statement for all of it. */
export function countOn(
  tx: WriteDb,
  n: number,
  more: { readonly coded: number; readonly files: number; readonly newest: number; readonly code: string },
): void {
  tx.run(
    `UPDATE employer SET members = members + 1, coded = coded + ?, files = files + ?, newest = max(newest, ?), code = ?,
       total = total + ?, latest = max(latest, ?) WHERE n = ?`,
    ...[more.coded, more.files, more.newest, more.code, more.files, more.newest, n],
  );
}

/** Counts the parties that belong somewhere by code and name: `coded` of them with a code. */
export function countMembers(tx: WriteDb, n: number, members: number, coded: number): void {
  tx.run('UPDATE employer SET members = members + ?, coded = coded + ? WHERE n = ?', members, coded, n);
}

/** Writes what follows from the parties counted to an employer. */
export function putCounted(
  tx: WriteDb,
  row: Pick<EmployerRow, 'n' | 'files' | 'newest' | 'name' | 'code' | 'words'>,
): void {
  tx.run(
    'UPDATE employer SET files = ?, newest = ?, name = ?, code = ?, words = ? WHERE n = ?',
    ...[row.files, row.newest, row.name, row.code, row.words, row.n],
  );
}

/** Counts what one more party adds to a root without looking at what else counts to it. */
export function addToRoot(tx: WriteDb, root: number, files: number, newest: number): void {
  tx.run('UPDATE employer SET total = total + ?, latest = max(latest, ?) WHERE n = ?', files, newest, root);
}

/** Merges an employer into another, or takes it out again with nulls; roots are written by `putRoot`. */
export function putMerged(tx: WriteDb, n: number, into: number | null, mergedBy: string | null): void {
  tx.run('UPDATE employer SET into_n = ?, merged_by = ? WHERE n = ?', into, mergedBy, n);
}

/** Employers merged into one directly. */
export function mergedInto(db: ReadDb, n: number, root: number): readonly number[] {
  return db
    .all<{ n: number }>('SELECT n FROM employer WHERE root = ? AND into_n = ? ORDER BY n', root, n)
    .map((row) => row.n);
}

/** Makes an employer count to a root; one that is none has no totals of its own. */
export function putUnder(tx: WriteDb, n: number, root: number): void {
  tx.run("UPDATE employer SET root = ?, total = 0, latest = 0, sort_key = '', search = '' WHERE n = ?", root, n);
}

/** What lists show of a root: the sums over everything merged into it. */
export type RootRow = {
  readonly total: number;
  readonly latest: number;
  readonly sortKey: string;
  readonly search: string;
};

/** Writes what lists show of a root. */
export function putRoot(tx: WriteDb, n: number, { total, latest, sortKey, search }: RootRow): void {
  tx.run(
    'UPDATE employer SET total = ?, latest = ?, sort_key = ?, search = ? WHERE n = ?',
    ...[total, latest, sortKey, search, n],
  );
}
