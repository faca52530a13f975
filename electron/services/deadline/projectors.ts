import { noteAbout } from '#electron/store/tables/about.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import type { Projector } from '../journal/projector.ts';
import { readObjects, readText } from '../read-fields.ts';
import { recomputeStale } from './recompute-stale.ts';

const recomputed: Projector = (tx, { entry, n }, whose) => {
  // This office's own code.
  recomputeStale(tx, whose.office as OfficeId);
  for (const line of readObjects(entry.parsed.facts, 'moved')) {
    if (readText(line, 'about') === 'dossier') noteAbout(tx, readText(line, 'subject'), entry.id, n);
  }
};

/** Projector of the acts that brought limits up to another calendar or other rules. */
export const limitProjectors = { 'deadline.recomputed': recomputed } satisfies Readonly<Record<string, Projector>>;
