import type { WriteDb } from '#electron/store/db.ts';
import { noteImportFile } from '#electron/store/tables/imports.ts';
import type { DossierId } from '#shared/base/ids.ts';
import type { Fact } from '../journal/fact.ts';
import type { Arrived } from '../journal/projector.ts';
import { readNumber, readText } from '../read-fields.ts';

/** A fact about a file that comes with an import; the first one names the line the file came with. */
export function ofImport(fact: Fact, batch: string, line?: number): Fact {
  return { ...fact, facts: { ...fact.facts, import: batch, ...(line === undefined ? {} : { line }) } };
}

/** Notes what an import says about a file, so that whatever comes later is known as somebody's work. */
export function noteFromImport(tx: WriteDb, { entry, n }: Arrived, dossier: DossierId): void {
  const { facts } = entry.parsed;
  const batch = readText(facts, 'import');
  if (batch !== '') noteImportFile(tx, { batch, line: readNumber(facts, 'line'), dossier, n });
}
