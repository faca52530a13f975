import type { ReadDb, WriteDb } from '../db.ts';

/** A party as it is counted to employers: `home` by its code and name alone, `base` where it is counted. */
export type EmployerParty = {
  readonly party: string;
  /** Place of its file in the order of receipt. */
  readonly dossier: number;
  readonly home: number;
  readonly base: number;
  readonly code: string;
  readonly nameKey: string;
};

const columns = 'party, dossier, home, base, code, name_key AS nameKey';

/** Where a party is counted; undefined when it is no employer. */
export function employerPartyOf(db: ReadDb, party: string): EmployerParty | undefined {
  return db.get<EmployerParty>(`SELECT ${columns} FROM employer_party WHERE party = ? AND base > 0`, party);
}

/** Puts where a party is counted, in place of what was known. */
export function putEmployerParty(tx: WriteDb, row: EmployerParty): void {
  tx.run(
    `INSERT INTO employer_party (party, dossier, home, base, code, name_key) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (party) DO UPDATE SET dossier = excluded.dossier, home = excluded.home, base = excluded.base,
       code = excluded.code, name_key = excluded.name_key`,
    ...[row.party, row.dossier, row.home, row.base, row.code, row.nameKey],
  );
}

/** A party is counted no longer. */
export function dropEmployerParty(tx: WriteDb, party: string): void {
  tx.run('DELETE FROM employer_party WHERE party = ?', party);
}

/** A group without parties and by what it is still found. */
export type HeldPlace = { readonly home: number; readonly code: string; readonly nameKey: string };

/**
 * Lets a group without parties be found by a code and a name, as if a party with them were there. The place stands among
 * the parties under the id of the employer, with 0 for its file and for where it is counted.
 */
export function holdPlace(tx: WriteDb, employer: string, place: HeldPlace): void {
  putEmployerParty(tx, { party: employer, dossier: 0, base: 0, ...place });
}

/** By what an employer without parties is still found; undefined when it has parties, or is not found. */
export function heldPlaceOf(db: ReadDb, employer: string): HeldPlace | undefined {
  return db.get('SELECT home, code, name_key AS nameKey FROM employer_party WHERE party = ? AND base = 0', employer);
}

/** A group has parties again, by which it is found. */
export function releasePlace(tx: WriteDb, employer: string): void {
  dropEmployerParty(tx, employer);
}

/** Where a person counted a party that he split off; undefined for one that counts as its code and name lead. */
export function splitBaseOf(db: ReadDb, party: string): number | undefined {
  return db.get<{ base: number }>('SELECT base FROM employer_split WHERE party = ?', party)?.base;
}

/** A person splits a party off: it counts to `base` whenever it stands on its file as an employer. */
export function putSplit(tx: WriteDb, party: string, base: number): void {
  tx.run(
    'INSERT INTO employer_split (party, base) VALUES (?, ?) ON CONFLICT (party) DO UPDATE SET base = excluded.base',
    ...[party, base],
  );
}

/** A party is split off no longer. */
export function dropSplit(tx: WriteDb, party: string): void {
  tx.run('DELETE FROM employer_split WHERE party = ?', party);
}

/** The group of the parties with a code, or the one without parties whose place it holds. */
export function homeWithCode(db: ReadDb, code: string): number | undefined {
  return db.get<{ home: number }>("SELECT home FROM employer_party WHERE code = ? AND code <> '' LIMIT 1", code)?.home;
}

/** The oldest group behind another one that has a party of this name, or its place held by it: one seek for any number. */
export function nextHomeWithName(db: ReadDb, nameKey: string, behind: number): number | undefined {
  const row = db.get<{ home: number | null }>(
    'SELECT min(home) AS home FROM employer_party WHERE name_key = ? AND home > ?',
    ...[nameKey, behind],
  );
  return row?.home ?? undefined;
}

/** Whether a party of this employer stands on the file. */
export function standsOn(db: ReadDb, base: number, dossier: number): boolean {
  return db.get('SELECT 1 FROM employer_party WHERE base = ? AND dossier = ?', base, dossier) !== undefined;
}

/** The names and codes the parties of an employer were written with, each once. */
export function writtenAs(
  db: ReadDb,
  base: number,
): { readonly names: readonly string[]; readonly codes: readonly string[] } {
  const from = 'FROM employer_party AS e CROSS JOIN party AS p ON p.id = e.party WHERE e.base = ?';
  const names = db.all<{ name: string }>(`SELECT DISTINCT p.name AS name ${from} ORDER BY name`, base);
  const codes = db.all<{ code: string }>(
    "SELECT DISTINCT code FROM employer_party WHERE base = ? AND code <> '' ORDER BY code",
    base,
  );
  return { names: names.map(({ name }) => name), codes: codes.map(({ code }) => code) };
}

/** The name on the newest file of an employer, and that file. */
export function newestOf(db: ReadDb, base: number): { readonly name: string; readonly dossier: number } | undefined {
  return db.get(
    `SELECT p.name AS name, e.dossier AS dossier FROM employer_party AS e JOIN party AS p ON p.id = e.party
     WHERE e.base = ? ORDER BY e.dossier DESC, e.party DESC LIMIT 1`,
    base,
  );
}

/** The newest code of an employer; empty when none of its parties has one. */
export function newestCodeOf(db: ReadDb, base: number): string {
  const row = db.get<{ code: string }>(
    "SELECT code FROM employer_party WHERE base = ? AND code <> '' ORDER BY dossier DESC, party DESC LIMIT 1",
    base,
  );
  return row?.code ?? '';
}

/** How many files the parties counted to an employer stand on. */
export function countDossiersOf(db: ReadDb, base: number): number {
  const row = db.get<{ n: number }>('SELECT count(DISTINCT dossier) AS n FROM employer_party WHERE base = ?', base);
  return row?.n ?? 0;
}

/** Whether other parties counted with one have the same name, and the same code where it has one. */
export function isWrittenAlike(db: ReadDb, { home, base, code, nameKey }: EmployerParty): boolean {
  const named = db.get(
    'SELECT 1 FROM employer_party WHERE name_key = ? AND home = ? AND base = ? LIMIT 1',
    ...[nameKey, home, base],
  );
  if (named === undefined || code === '') return named !== undefined;
  const coded = "SELECT 1 FROM employer_party WHERE code = ? AND code <> '' AND home = ? AND base = ? LIMIT 1";
  return db.get(coded, code, home, base) !== undefined;
}
