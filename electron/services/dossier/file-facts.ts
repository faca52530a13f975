import type { DossierId, ManifestId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { Fact } from '../journal/fact.ts';

type Volume = 'main' | 'sub';

/** A document is put on the file. `size` in bytes; `replaces` is the version it follows. */
export function fileAttached(said: {
  readonly dossier: DossierId;
  readonly on: LocalDate;
  readonly id: string;
  readonly manifest: ManifestId;
  readonly size: number;
  readonly mime: string;
  readonly volume: Volume;
  readonly name: string;
  readonly note: string;
  readonly replaces: string | null;
}): Fact {
  const { dossier, id, manifest, size, mime, volume, name, note, replaces } = said;
  return {
    kind: 'file.attached',
    on: said.on,
    facts: { dossier, file: id, manifest, size, mime, volume, ...(replaces === null ? {} : { replaces }) },
    content: { name, note },
    files: [manifest],
  };
}

/** What is written of a document changes: only what is given. */
export function fileAmended(said: {
  readonly dossier: DossierId;
  readonly on: LocalDate;
  readonly id: string;
  readonly volume?: Volume;
  readonly name?: string;
  readonly note?: string;
}): Fact {
  const { dossier, on, id, volume, name, note } = said;
  return {
    kind: 'file.amended',
    on,
    facts: { dossier, file: id, ...(volume === undefined ? {} : { volume }) },
    content: { ...(name === undefined ? {} : { name }), ...(note === undefined ? {} : { note }) },
  };
}

/** The documents of a volume are put in this order. */
export function filesOrdered(dossier: DossierId, on: LocalDate, volume: Volume, order: readonly string[]): Fact {
  return { kind: 'file.ordered', on, facts: { dossier, volume, order } };
}
