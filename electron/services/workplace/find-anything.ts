import type { ReadDb } from '#electron/store/db.ts';
import { dossierPage } from '#electron/store/tables/dossier-list.ts';
import { partiesNamed } from '#electron/store/tables/parties.ts';
import { allPeople } from '#electron/store/tables/people.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Handler } from '../context.ts';
import { type DossierLine, dossierLines } from '../dossier/dossier-rows.ts';
import { readingsOf } from '../dossier/name-readings.ts';
import { foldForSearch, searchWords } from '../dossier/search-text.ts';
import { latestDay } from '../latest-day.ts';
import { personView } from '../office/person-view.ts';

type Found = CallOutput<'find.anything'>;

const files = 8;
const parties = 6;
const people = 5;

/** Whether a name, or its sound, begins with or holds one of the words. */
function isCalled(name: string, person: boolean, words: readonly string[]): boolean {
  const folded = foldForSearch(name);
  const { initials, whole } = readingsOf(name, person);
  return words.some((word) => folded.includes(word) || [...initials, ...whole].some((read) => read.startsWith(word)));
}

function partiesOn(db: ReadDb, row: DossierLine, words: readonly string[]): Found['parties'] {
  const { id: dossier, side, caseNo, windowNo } = row;
  // The id is that of a row of the table of files.
  return partiesNamed(db, dossier as DossierId)
    .filter(({ name, type }) => isCalled(name, type === 'person', words))
    .map(({ id, role, name }) => ({ id, dossier, side, number: caseNo ?? windowNo, role, name }));
}

function peopleCalled(db: ReadDb, words: readonly string[]): Found['people'] {
  return allPeople(db)
    .filter(({ active, name }) => active && isCalled(name, true, words))
    .slice(0, people)
    .map((row) => {
      const { id, name, roles } = personView(row);
      return { id, name, roles };
    });
}

/** What was typed in the palette: files, the parties on them that are called so, and people of the office. */
export const findAnything: Handler<'find.anything'> = ({ open, moment }, { text }) => {
  const { db } = open.store;
  const words = searchWords(text);
  if (words.length === 0) return ok({ files: [], parties: [], people: [] });
  const today = latestDay(db, moment);
  const statuses = ['received', 'accepted', 'closed'] as const;
  const page = dossierPage(db, { side: 'all', statuses, handler: null, words, sort: 'due', today }, 0, files);
  const rows = dossierLines(db, page.ns, today);
  return ok({
    files: [...rows],
    parties: rows.flatMap((row) => partiesOn(db, row, words)).slice(0, parties),
    people: peopleCalled(db, words),
  });
};
