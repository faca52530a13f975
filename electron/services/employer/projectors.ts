import type { WriteDb } from '#electron/store/db.ts';
import { noteAbout } from '#electron/store/tables/about.ts';
import { dropSplit, employerPartyOf, putSplit } from '#electron/store/tables/employer-parties.ts';
import {
  addEmployer,
  employerN,
  findEmployer,
  mergedInto,
  nextEmployerN,
  putMerged,
  putUnder,
} from '#electron/store/tables/employers.ts';
import type { Arrived, Projector } from '../journal/projector.ts';
import { readText } from '../read-fields.ts';
import { refreshRoot } from './count-employer.ts';
import { moveParty } from './link-employers.ts';

/** Everything merged into an employer, over any number of merges, itself included. */
function below(tx: WriteDb, n: number, root: number): readonly number[] {
  return [n, ...mergedInto(tx, n, root).flatMap((child) => below(tx, child, root))];
}

function note(tx: WriteDb, { entry, n }: Arrived, id: string): void {
  noteAbout(tx, id, entry.id, n);
}

/** Two employers become one; a merge of what is merged already, or is not here, changes nothing. */
const projectMerged: Projector = (tx, arrived) => {
  const { id, parsed } = arrived.entry;
  const into = findEmployer(tx, readText(parsed.facts, 'into'));
  const from = findEmployer(tx, readText(parsed.facts, 'from'));
  if (into === undefined || from === undefined || into.n === from.n) return;
  if (into.into !== null || from.into !== null) return;
  const moved = below(tx, from.n, from.n);
  putMerged(tx, from.n, into.n, id);
  for (const n of moved) putUnder(tx, n, into.n);
  refreshRoot(tx, into.n);
  for (const row of [into, from]) note(tx, arrived, row.id);
};

/** A merge is taken back: what was merged is an employer of its own again, with all that was merged into it before. */
const projectParted: Projector = (tx, arrived) => {
  const { facts } = arrived.entry.parsed;
  const from = findEmployer(tx, readText(facts, 'from'));
  if (from === undefined || from.into === null || from.mergedBy !== readText(facts, 'merge')) return;
  const into = employerN(tx, from.into);
  const moved = below(tx, from.n, from.root);
  putMerged(tx, from.n, null, null);
  for (const n of moved) putUnder(tx, n, from.n);
  refreshRoot(tx, from.n);
  refreshRoot(tx, from.root);
  for (const row of [into, from]) if (row !== undefined) note(tx, arrived, row.id);
};

/** A party becomes an employer of its own. */
const projectSplit: Projector = (tx, arrived) => {
  const { facts } = arrived.entry.parsed;
  const before = employerPartyOf(tx, readText(facts, 'party'));
  const id = readText(facts, 'employer');
  if (before === undefined || id === '' || findEmployer(tx, id)) return;
  const n = nextEmployerN(tx);
  addEmployer(tx, n, id);
  putSplit(tx, before.party, n);
  moveParty(tx, before, n);
  const left = employerN(tx, before.base);
  if (left !== undefined) note(tx, arrived, left.id);
  note(tx, arrived, id);
};

/** A party that was split off counts again to where its code and name lead. */
const projectRejoined: Projector = (tx, arrived) => {
  const before = employerPartyOf(tx, readText(arrived.entry.parsed.facts, 'party'));
  if (before === undefined || before.base === before.home) return;
  dropSplit(tx, before.party);
  moveParty(tx, before, before.home);
  for (const n of [before.base, before.home]) {
    const row = employerN(tx, n);
    if (row !== undefined) note(tx, arrived, row.id);
  }
};

/** Projectors of acts over employers. */
export const employerProjectors: Readonly<Record<string, Projector>> = {
  'employer.merged': projectMerged,
  'employer.parted': projectParted,
  'employer.split': projectSplit,
  'employer.rejoined': projectRejoined,
};
