import type { DossierId, RequestId } from '#shared/base/ids.ts';
import type { ReadDb, SqlValue } from '../db.ts';
import { type Behind, type Part, walkedPage } from '../search/walk.ts';

/** What a list of employers shows and in which order: newest file, name as it sounds, or most files first. */
export type EmployerQuery = {
  /** Folded words that must all occur among names, sounds and codes. */
  readonly words: readonly string[];
  readonly sort: 'latest' | 'name' | 'files';
};

/** One page of employers, each by its place in the order they came in. */
export type EmployerPage = { readonly total: number; readonly ns: readonly number[] };

const keys = {
  latest: { key: 'latest', down: true },
  name: { key: 'sort_key', down: false },
  files: { key: 'total', down: true },
} as const;

/** The order by number of files has no index: with every file it would be written anew. */
const indexes = { latest: 'employer_latest', name: 'employer_sorted' } as const;

function partOf(sort: keyof typeof indexes): Part {
  const index = indexes[sort];
  const { key, down } = keys[sort];
  const narrow = down ? '<' : '>';
  const way = down ? 'DESC' : 'ASC';
  const statement = (behind: Behind | null, select: string, end: string) => {
    const range = behind === null ? '' : ` AND ${key} ${narrow}= ? AND (${key} ${narrow} ? OR n ${narrow} ?)`;
    const values: readonly SqlValue[] = behind === null ? [] : [behind.key, behind.key, behind.n];
    return { sql: `SELECT ${select} FROM employer INDEXED BY ${index} WHERE total > 0${range}${end}`, values };
  };
  return {
    rows: (behind) => statement(behind, `n, ${key} AS key`, ` ORDER BY ${key} ${way}, n ${way} LIMIT ? OFFSET ?`),
    count: (behind) => statement(behind, 'count(*) AS n', ''),
  };
}

/** Every employer with the words, if any, in order: one look through the table finds, counts and orders them. */
function foundNs(db: ReadDb, { words, sort }: EmployerQuery): readonly number[] {
  const { key, down } = keys[sort];
  const way = down ? 'DESC' : 'ASC';
  const holds = words.map(() => ' AND instr(search, ?) > 0').join('');
  const sql = `SELECT n FROM employer NOT INDEXED WHERE total > 0${holds} ORDER BY ${key} ${way}, n ${way}`;
  return db.all<{ n: number }>(sql, ...words).map(({ n }) => n);
}

/** One page of the employers that stand on a file; going on from a page costs what the page itself does. */
export function employerPage(db: ReadDb, query: EmployerQuery, offset: number, limit: number): EmployerPage {
  if (query.words.length > 0 || query.sort === 'files') {
    const found = foundNs(db, query);
    return { total: found.length, ns: found.slice(offset, offset + limit) };
  }
  const part = partOf(query.sort);
  const ns = walkedPage(db, { name: `employer:${query.sort}`, parts: [part] }, offset, limit);
  const ended = ns.length < limit && (ns.length > 0 || offset === 0);
  if (ended) return { total: offset + ns.length, ns };
  const { sql, values } = part.count(null);
  return { total: db.get<{ n: number }>(sql, ...values)?.n ?? 0, ns };
}

const under = 'e.base IN (SELECT n FROM employer WHERE root = ?)';

/** How many files an employer stands on, each once, and how many of them are open. */
export function countFilesOf(db: ReadDb, root: number): { readonly files: number; readonly open: number } {
  const row = db.get<{ files: number; open: number }>(
    `SELECT count(*) AS files, coalesce(sum(d.status <> 'closed'), 0) AS open FROM dossier AS d
     WHERE d.n IN (SELECT e.dossier FROM employer_party AS e WHERE ${under})`,
    root,
  );
  return row ?? { files: 0, open: 0 };
}

/** The files of an employer by their place in the order of receipt, the newest first. */
export function filesOfEmployer(db: ReadDb, root: number, offset: number, limit: number): readonly number[] {
  return db
    .all<{ n: number }>(
      `SELECT DISTINCT e.dossier AS n FROM employer_party AS e WHERE ${under} ORDER BY n DESC LIMIT ? OFFSET ?`,
      ...[root, limit, offset],
    )
    .map(({ n }) => n);
}

/** A party of an employer on a file. */
export type StandingRow = {
  readonly party: string;
  readonly dossier: DossierId;
  readonly n: number;
  readonly role: string;
  readonly name: string;
  /** The person split it off from where its code and name lead. */
  readonly split: number;
};

/** The parties of an employer on these files. */
export function standingOn(db: ReadDb, root: number, files: readonly number[]): readonly StandingRow[] {
  return db.all<StandingRow>(
    `SELECT e.party AS party, p.dossier AS dossier, e.dossier AS n, p.role AS role, p.name AS name,
       e.base <> e.home AS split
     FROM employer_party AS e JOIN party AS p ON p.id = e.party
     WHERE ${under} AND e.dossier IN (SELECT value FROM json_each(?)) ORDER BY p.position`,
    ...[root, JSON.stringify(files)],
  );
}

/** How a party of an employer was written on a file, and the day that file was received. */
export type WrittenRow = {
  readonly name: string;
  readonly code: string;
  readonly address: string;
  readonly legalRep: string;
  readonly on: string;
  readonly dossier: number;
};

/** How the parties of an employer were written, the newest file first. */
export function writtenOver(db: ReadDb, root: number): readonly WrittenRow[] {
  return db.all<WrittenRow>(
    `SELECT p.name AS name, p.uscc AS code, p.address AS address, p.legal_rep AS legalRep,
       substr(d.received_on, 1, 10) AS "on", d.n AS dossier
     FROM employer_party AS e JOIN party AS p ON p.id = e.party JOIN dossier AS d ON d.n = e.dossier
     WHERE ${under} ORDER BY d.n DESC, e.party`,
    root,
  );
}

/**
 * Requests made from the files of an employer, and those of partners whose letter names it, the newest first. `named`
 * are folded names and codes; too short ones name nobody.
 */
export function requestsOfEmployer(
  db: ReadDb,
  of: { readonly root: number; readonly named: readonly string[] },
  offset: number,
  limit: number,
): { readonly total: number; readonly ids: readonly RequestId[] } {
  const naming = of.named.map(() => " OR (direction = 'in' AND instr(search, ?) > 0)").join('');
  const from = `FROM request WHERE dossier IN (SELECT d.id FROM employer_party AS e JOIN dossier AS d ON d.n = e.dossier
    WHERE ${under})${naming}`;
  const values = [of.root, ...of.named];
  const rows = db.all<{ id: RequestId }>(
    `SELECT id ${from} ORDER BY id DESC LIMIT ? OFFSET ?`,
    ...values,
    limit,
    offset,
  );
  const total = db.get<{ n: number }>(`SELECT count(*) AS n ${from}`, ...values)?.n ?? 0;
  return { total, ids: rows.map(({ id }) => id) };
}

/** How many files two employers both stand on: there they are different parties. */
export function filesOfBoth(db: ReadDb, one: number, other: number): number {
  const row = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM (
       SELECT e.dossier FROM employer_party AS e WHERE ${under}
       INTERSECT SELECT e.dossier FROM employer_party AS e WHERE ${under})`,
    ...[one, other],
  );
  return row?.n ?? 0;
}

/** The number and the day of receipt of the file with this place in the order of receipt. */
export function fileAt(db: ReadDb, n: number): { readonly number: string; readonly receivedOn: string } | undefined {
  return db.get(
    'SELECT coalesce(case_no, window_no) AS number, substr(received_on, 1, 10) AS receivedOn FROM dossier WHERE n = ?',
    n,
  );
}
