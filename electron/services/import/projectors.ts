import { addImport, endImport, undoImport } from '#electron/store/tables/imports.ts';
import type { DossierId, ManifestId } from '#shared/base/ids.ts';
import type { Projector } from '../journal/projector.ts';
import { readFlag, readNumber, readText, readTexts } from '../read-fields.ts';
import { withdrawDossier } from './withdraw-dossier.ts';

type Arrived = Parameters<Projector>[1];

const importOf = ({ entry }: Arrived): string => readText(entry.parsed.facts, 'import');

const projectBegun: Projector = (tx, arrived) => {
  const { actor, at, facts } = arrived.entry.parsed;
  const text = (key: string): string => readText(facts, key);
  addImport(tx, {
    ...{ id: importOf(arrived), n: arrived.n, person: actor, at },
    ...{ name: readText(arrived.content, 'name'), sheet: readText(arrived.content, 'sheet') },
    // Ids of a stored header were checked when it was written.
    ...{ manifest: text('manifest') as ManifestId, charset: text('charset'), head: readNumber(facts, 'head') ?? 0 },
    ...{ side: text('side') === 'lsi' ? 'lsi' : 'arb', columns: JSON.stringify(readTexts(facts, 'columns')) },
    planned: readNumber(facts, 'planned') ?? 0,
  });
};

const projectEnded: Projector = (tx, arrived) => {
  if (readFlag(arrived.entry.parsed.facts, 'whole')) endImport(tx, importOf(arrived));
};

const projectUndone: Projector = (tx, arrived) => {
  const { actor, at } = arrived.entry.parsed;
  undoImport(tx, importOf(arrived), { by: actor, at, reason: readText(arrived.content, 'reason') });
};

const projectWithdrawn: Projector = (tx, arrived) => {
  // Ids of a stored header were checked when it was written.
  for (const id of readTexts(arrived.entry.parsed.facts, 'dossiers')) {
    withdrawDossier(tx, importOf(arrived), id as DossierId);
  }
};

/** Projectors of what is said of imports; the files they bring are facts like those of the window. */
export const importProjectors: Readonly<Record<string, Projector>> = {
  'import.begun': projectBegun,
  'import.ended': projectEnded,
  'import.undone': projectUndone,
  'import.withdrawn': projectWithdrawn,
};
