import type { ReadDb } from '#electron/store/db.ts';
import { aboutPage } from '#electron/store/tables/about.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { readText } from '../read-fields.ts';

/** Subject under which what is recorded of a collective case is found. */
export function collectiveSubject(dossier: DossierId): string {
  return `${dossier}#collective`;
}

/** Whether a file was marked as a collective case when the entry with a number in the order of arrival came. */
export function collectiveBefore(db: ReadDb, dossier: DossierId): (n: number) => boolean {
  const newestFirst = aboutPage(db, collectiveSubject(dossier), 0, Number.MAX_SAFE_INTEGER)
    .filter(({ header }) => header.kind === 'collective.marked')
    .map(({ n, header }) => ({ n, marked: readText(header.facts, 'kind') !== '' }));
  return (n) => newestFirst.find((mark) => mark.n < n)?.marked ?? false;
}
