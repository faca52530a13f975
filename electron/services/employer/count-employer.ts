import type { ReadDb, WriteDb } from '#electron/store/db.ts';
import {
  countDossiersOf,
  type EmployerParty,
  heldPlaceOf,
  isWrittenAlike,
  newestCodeOf,
  newestOf,
  standsOn,
  writtenAs,
} from '#electron/store/tables/employer-parties.ts';
import {
  addToRoot,
  countMembers,
  countOn,
  type EmployerRow,
  employerN,
  employersUnder,
  foundEmployer,
  putCounted,
  putRoot,
} from '#electron/store/tables/employers.ts';
import { readingsOf } from '../dossier/name-readings.ts';
import { foldedWriting, foldForSearch } from '../dossier/search-text.ts';

/** What an employer is called: by its own newest file, or that of what was merged into it when it has none itself. */
export function shownAs(under: readonly EmployerRow[], root: number): { readonly name: string; readonly code: string } {
  const newestFirst = under.filter(({ files }) => files > 0).toSorted((a, b) => b.newest - a.newest);
  const own = newestFirst.find(({ n }) => n === root);
  const name = own?.name ?? newestFirst[0]?.name ?? '';
  return { name, code: own?.code || (newestFirst.find(({ code }) => code !== '')?.code ?? '') };
}

/** The employers that count to a root, with what it is called. */
export function rootNow(
  db: ReadDb,
  root: number,
): { readonly under: readonly EmployerRow[]; readonly name: string; readonly code: string } {
  const under = employersUnder(db, root);
  return { under, ...shownAs(under, root) };
}

/** The names and codes of everything that counts to a root, each once, with what it is called. */
export function writtenUnder(
  db: ReadDb,
  root: number,
): {
  readonly name: string;
  readonly code: string;
  readonly names: readonly string[];
  readonly codes: readonly string[];
} {
  const { under, name, code } = rootNow(db, root);
  const all = under.map(({ n }) => writtenAs(db, n));
  const [names, codes] = [all.flatMap((one) => one.names), all.flatMap((one) => one.codes)];
  return { name, code, names: [...new Set(names)], codes: [...new Set(codes)] };
}

/** A name as it is found and sorted, without numbers of persons, and how it sounds. */
function soundOf(name: string): { readonly written: string; readonly initials: readonly string[] } {
  const written = foldedWriting(name);
  return { written, initials: readingsOf(written, false).initials };
}

function sortKeyOf(name: string): string {
  const { written, initials } = soundOf(name);
  return `${initials[0] ?? ''} ${written}`.trim();
}

/** Writes what lists show of a root again. */
export function refreshRoot(tx: WriteDb, root: number): void {
  const { under, name } = rootNow(tx, root);
  putRoot(tx, root, {
    total: under.reduce((sum, { files }) => sum + files, 0),
    latest: Math.max(0, ...under.map(({ newest }) => newest)),
    sortKey: sortKeyOf(name),
    search: [...new Set(under.flatMap(({ words }) => (words === '' ? [] : words.split('\n'))))].join('\n'),
  });
}

function wordsOf(names: readonly string[], codes: readonly string[]): string {
  const lines = names.map(soundOf).flatMap(({ written, initials }) => [written, ...initials]);
  return [...new Set([...lines, ...codes.map(foldForSearch)])].filter((line) => line !== '').join('\n');
}

/** Computes an employer from all of its parties; one whose place is held without them keeps its name and code. */
export function recountEmployer(tx: WriteDb, n: number): void {
  const row = employerN(tx, n);
  if (row === undefined) return;
  const { names, codes } = writtenAs(tx, n);
  const newest = newestOf(tx, n);
  const words = wordsOf(names, codes);
  const counted = { n, files: countDossiersOf(tx, n), newest: newest?.dossier ?? 0, words };
  if (heldPlaceOf(tx, row.id) !== undefined) putCounted(tx, { ...counted, name: row.name, code: row.code });
  else putCounted(tx, { ...counted, name: newest?.name ?? '', code: newestCodeOf(tx, n) });
  refreshRoot(tx, row.root);
}

/** An employer that begins with its first party: everything follows from that. */
export function foundWith(tx: WriteDb, id: string, { home: n, dossier, code }: EmployerParty, name: string): void {
  const words = wordsOf([name], [code]);
  const counts = { members: 1, coded: code === '' ? 0 : 1, files: 1, newest: dossier };
  foundEmployer(tx, { n, id, ...counts, name, code, words, sortKey: sortKeyOf(name) });
}

/** Counts one more party; the others are looked at only when it brings a new name or code. */
export function countParty(
  tx: WriteDb,
  party: EmployerParty,
  { name, already }: { readonly name: string; readonly already: boolean },
): void {
  const coded = party.code === '' ? 0 : 1;
  const row = employerN(tx, party.base);
  if (row === undefined) return;
  const words = new Set(row.words.split('\n'));
  const known = [foldedWriting(name), foldForSearch(party.code)].every((text) => text === '' || words.has(text));
  const isNewest = party.dossier > row.newest;
  const files = already ? 0 : 1;
  // Of several parties on the newest file the table says which one counts, whatever came last.
  const shared = party.dossier === row.newest ? newestOf(tx, row.n) : undefined;
  const now = isNewest ? { newest: party.dossier, name } : { newest: row.newest, name: shared?.name ?? row.name };
  const own = isNewest && party.code !== '' ? party.code : row.code;
  const code = shared === undefined ? own : newestCodeOf(tx, row.n);
  const alone = party.home === row.n && row.root === row.n && row.files > 0;
  if (alone && known && now.name === row.name) {
    countOn(tx, row.n, { coded, files, newest: party.dossier, code });
    return;
  }
  countMembers(tx, party.home, 1, coded);
  if (!known || row.files === 0) {
    recountEmployer(tx, row.n);
    return;
  }
  putCounted(tx, { n: row.n, words: row.words, files: row.files + files, ...now, code });
  refreshRoot(tx, row.root);
}

/**
 * Counts a party no longer that is already out of the table. The others are looked at only when it took a name or a
 * code with it.
 */
export function uncountParty(tx: WriteDb, party: EmployerParty): void {
  const row = employerN(tx, party.base);
  if (row === undefined) return;
  if (!isWrittenAlike(tx, party)) {
    recountEmployer(tx, row.n);
    return;
  }
  const files = standsOn(tx, row.n, party.dossier) ? row.files : row.files - 1;
  const newest = party.dossier === row.newest ? newestOf(tx, row.n) : undefined;
  const now = newest === undefined ? row : { newest: newest.dossier, name: newest.name };
  putCounted(tx, { ...row, files, newest: now.newest, name: now.name });
  if (now === row && row.n === row.root) addToRoot(tx, row.root, files - row.files, row.newest);
  else refreshRoot(tx, row.root);
}
