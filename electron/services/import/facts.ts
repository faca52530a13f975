import type { ImportRow } from '#electron/store/tables/imports.ts';
import type { DossierId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { Fact } from '../journal/fact.ts';

/** A table begins to be taken in: how it is read lies in the fact, so that it can go on after a power cut. */
export function importBegun(
  said: Pick<ImportRow, 'id' | 'name' | 'manifest' | 'charset' | 'sheet' | 'head' | 'side' | 'planned'> & {
    readonly on: LocalDate;
    readonly columns: readonly string[];
  },
): Fact {
  const { id, on, name, sheet, manifest, charset, head, side, planned, columns } = said;
  return {
    kind: 'import.begun',
    on,
    facts: { import: id, manifest, charset, head, side, planned, columns: [...columns] },
    content: { name, sheet },
  };
}

/** A table was taken in to its end, or the person called it off. */
export function importEnded(id: string, on: LocalDate, files: number, whole: boolean): Fact {
  return { kind: 'import.ended', on, facts: { import: id, files, whole } };
}

/** A table is taken back as a whole. */
export function importUndone(id: string, on: LocalDate, reason: string): Fact {
  return { kind: 'import.undone', on, facts: { import: id }, content: { reason } };
}

/** Files leave with the import they came with. */
export function filesWithdrawn(id: string, on: LocalDate, dossiers: readonly DossierId[]): Fact {
  return { kind: 'import.withdrawn', on, facts: { import: id, dossiers: [...dossiers] } };
}
