import { noteAbout } from '#electron/store/tables/about.ts';
import { addLawMoved } from '#electron/store/tables/law-moved.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { type LocalDate, parseLocalDate } from '#shared/base/local-date.ts';
import type { Projector } from '../journal/projector.ts';
import { type Fields, readObjects, readText } from '../read-fields.ts';
import { type MovedLimit, recomputeStale } from './recompute-stale.ts';

const day = (line: Fields, key: string): LocalDate | null => parseLocalDate(readText(line, key)) ?? null;

function readMoved(facts: Fields): readonly MovedLimit[] {
  return readObjects(facts, 'moved').map((line) => ({
    about: readText(line, 'about') === 'request' ? 'request' : 'dossier',
    ...{ subject: readText(line, 'subject'), rule: readText(line, 'rule'), of: readText(line, 'of') },
    ...{ from: day(line, 'from'), to: day(line, 'to') },
  }));
}

const recomputed: Projector = (tx, { entry, n }, whose) => {
  const change = readText(entry.parsed.facts, 'change');
  // The parts of one act follow one another, so that with the first of them everything is computed. This office's own code.
  if (entry.parsed.facts.part === 1) recomputeStale(tx, whose.office as OfficeId, change !== '');
  if (change !== '') addLawMoved(tx, change, readMoved(entry.parsed.facts));
  for (const line of readObjects(entry.parsed.facts, 'moved')) {
    if (readText(line, 'about') === 'dossier') noteAbout(tx, readText(line, 'subject'), entry.id, n);
  }
};

/** Projector of the acts that brought limits up to another calendar or other rules. */
export const limitProjectors = { 'deadline.recomputed': recomputed } satisfies Readonly<Record<string, Projector>>;
