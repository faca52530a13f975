import { createHash } from 'node:crypto';
import type { WriteDb } from '#electron/store/db.ts';
import { aboutCount } from '#electron/store/tables/about.ts';
import {
  dropEmployerParty,
  type EmployerParty,
  employerPartyOf,
  heldPlaceOf,
  holdPlace,
  homeWithCode,
  nextHomeWithName,
  putEmployerParty,
  releasePlace,
  splitBaseOf,
  standsOn,
} from '#electron/store/tables/employer-parties.ts';
import { addEmployer, countMembers, employerN, nextEmployerN } from '#electron/store/tables/employers.ts';
import type { PartyRow } from '#electron/store/tables/parties.ts';
import { chooseHome, employerIdentity, type Neighbours } from '#shared/domain/employer/employer-identity.ts';
import { roleOf, typeOf } from '../dossier/stored-party.ts';
import { countParty, foundWith, recountEmployer, uncountParty } from './count-employer.ts';

/** Groups of one name that are looked at; a name with more of them is no longer told apart by name. */
const mostHomes = 50;

/** An id for a new employer, the same in every replay; it says nothing of a name or a code. */
function foundedBy(party: string, n: number): string {
  const hex = createHash('sha256').update(`employer\n${party}\n${n}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** Whether a party of a group has a code, or the last one had that left it. */
function isCoded(tx: WriteDb, home: number): boolean {
  const row = employerN(tx, home);
  if (row === undefined) return false;
  return row.coded > 0 || (row.members === 0 && (heldPlaceOf(tx, row.id)?.code ?? '') !== '');
}

function namesakes(tx: WriteDb, code: string, nameKey: string): Neighbours['byName'] {
  const found: { home: number; coded: boolean }[] = [];
  let home = nameKey === '' ? undefined : nextHomeWithName(tx, nameKey, 0);
  while (home !== undefined && found.length < mostHomes) {
    // Whether others there have a code matters to a party with one alone.
    found.push({ home, coded: code !== '' && isCoded(tx, home) });
    home = nextHomeWithName(tx, nameKey, home);
  }
  return found;
}

/** The group a party belongs to by code and name; undefined when it begins one. The party itself is not in the table. */
function homeOf(
  tx: WriteDb,
  { code, name }: { readonly code: string; readonly name: string },
  current: number | undefined,
): number | undefined {
  const alone = current !== undefined && employerN(tx, current)?.members === 0;
  const byCode = code === '' ? undefined : homeWithCode(tx, code);
  return byCode ?? chooseHome(code, { byCode, byName: namesakes(tx, code, name), current, alone });
}

/**
 * The last party of an employer leaves. Where people merged it or split parties off, its code and name still lead to it:
 * a file that comes back, or a new one, would else found a second employer to which nothing they did applies.
 */
function leaveBehind(tx: WriteDb, { home, code, nameKey }: EmployerParty): void {
  const row = employerN(tx, home);
  if (row?.members === 0 && aboutCount(tx, row.id) > 0) holdPlace(tx, row.id, { home, code, nameKey });
}

function unlink(tx: WriteDb, before: EmployerParty): void {
  dropEmployerParty(tx, before.party);
  countMembers(tx, before.home, -1, before.code === '' ? 0 : -1);
  leaveBehind(tx, before);
  uncountParty(tx, before);
}

/** A group that had no parties has one again. */
function comeBack(tx: WriteDb, home: number): void {
  const row = employerN(tx, home);
  if (row?.members !== 0 || heldPlaceOf(tx, row.id) === undefined) return;
  releasePlace(tx, row.id);
  recountEmployer(tx, home);
}

function link(tx: WriteDb, row: EmployerParty, name: string): void {
  comeBack(tx, row.home);
  const already = standsOn(tx, row.base, row.dossier);
  putEmployerParty(tx, row);
  countParty(tx, row, { name, already });
}

/** A party begins an employer; one that was split off is counted where it was put all the same. */
function begin(tx: WriteDb, row: Omit<EmployerParty, 'home' | 'base'>, base: number | undefined, name: string): void {
  const n = nextEmployerN(tx);
  const party = { ...row, home: n, base: base ?? n };
  if (base === undefined) {
    putEmployerParty(tx, party);
    foundWith(tx, foundedBy(row.party, n), party, name);
  } else {
    addEmployer(tx, n, foundedBy(row.party, n));
    link(tx, party, name);
  }
}

/** Whether nothing by which a party is counted or its employer is called has changed. */
function isSame(
  tx: WriteDb,
  before: EmployerParty,
  now: { readonly code: string; readonly name: string; readonly dossier: number; readonly written: string },
): boolean {
  if (before.code !== now.code || before.nameKey !== now.name || before.dossier !== now.dossier) return false;
  const base = employerN(tx, before.base);
  return base?.newest !== now.dossier || base.name === now.written;
}

/** Counts a party, new or changed, to the employer it belongs to; one that a person split off stays where it was put. */
export function linkEmployer(tx: WriteDb, dossier: number, row: PartyRow): void {
  const identity = employerIdentity({ ...row, role: roleOf(row.role), type: typeOf(row.type) });
  const before = employerPartyOf(tx, row.id);
  if (identity === undefined) {
    if (before !== undefined) unlinkEmployer(tx, row.id);
    return;
  }
  const { code, name } = identity;
  if (before !== undefined && isSame(tx, before, { ...identity, dossier, written: row.name })) return;
  if (before !== undefined) unlink(tx, before);
  const home = homeOf(tx, identity, before?.home);
  const split = splitBaseOf(tx, row.id);
  const counted = { party: row.id, dossier, code, nameKey: name };
  if (home === undefined) begin(tx, counted, split, row.name);
  else link(tx, { ...counted, home, base: split ?? home }, row.name);
}

/** A party left its file or is no employer any more. */
export function unlinkEmployer(tx: WriteDb, party: string): void {
  const before = employerPartyOf(tx, party);
  if (before !== undefined) unlink(tx, before);
}

/** Counts a party elsewhere than its code and name lead; with its home, it is counted there again. */
export function moveParty(tx: WriteDb, before: EmployerParty, base: number): void {
  putEmployerParty(tx, { ...before, base });
  recountEmployer(tx, before.base);
  recountEmployer(tx, base);
}
