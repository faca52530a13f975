import type { WriteDb } from '#electron/store/db.ts';
import {
  addDossierFile,
  changeDossierFile,
  findDossierFile,
  nextFilePosition,
  removeDossierFile,
  removeNewestVersion,
  replaceDossierFile,
} from '#electron/store/tables/dossier-files.ts';
import { wantFileText } from '#electron/store/tables/file-texts.ts';
import type { ManifestId } from '#shared/base/ids.ts';
import { readingKind } from '#shared/reading/kind.ts';
import type { Projector } from '../journal/projector.ts';
import { readNumber, readText } from '../read-fields.ts';
import { dossierOf } from './project-life.ts';
import { changeDossier } from './refresh-dossier.ts';

type Arrived = Parameters<Projector>[1];

const volumeIn = ({ entry }: Arrived): 'main' | 'sub' =>
  readText(entry.parsed.facts, 'volume') === 'sub' ? 'sub' : 'main';

/** Notes that the text of a document is to be read for searching, when its kind has one. */
function wantText(tx: WriteDb, { entry, content }: Arrived): void {
  const kind = readingKind(readText(entry.parsed.facts, 'mime'), readText(content, 'name'));
  if (kind !== undefined && kind !== 'picture')
    wantFileText(tx, readText(entry.parsed.facts, 'manifest') as ManifestId);
}

/** A document is put on the file; a new version takes the place and the volume of the one it replaces. */
export const projectFile: Projector = (tx, arrived) => {
  const { actor, facts, on } = arrived.entry.parsed;
  const dossier = dossierOf(arrived);
  const id = readText(facts, 'file');
  const before = findDossierFile(tx, dossier, readText(facts, 'replaces'));
  if (before) replaceDossierFile(tx, dossier, before.series);
  const volume = before?.volume ?? volumeIn(arrived);
  addDossierFile(tx, {
    ...{
      id,
      dossier,
      manifest: readText(facts, 'manifest') as ManifestId,
      volume,
      addedOn: on.slice(0, 10),
      person: actor,
    },
    ...{ name: readText(arrived.content, 'name'), note: readText(arrived.content, 'note') },
    ...{ size: readNumber(facts, 'size') ?? 0, mime: readText(facts, 'mime') },
    ...{ series: before?.series ?? id, version: (before?.version ?? 0) + 1 },
    position: before?.position ?? nextFilePosition(tx, dossier, volume),
  });
  wantText(tx, arrived);
  changeDossier(tx, dossier, arrived.n, {});
};

/** What is written of a document changes; in another volume it comes last. */
export const projectFileAmended: Projector = (tx, arrived) => {
  const { facts } = arrived.entry.parsed;
  const dossier = dossierOf(arrived);
  const row = findDossierFile(tx, dossier, readText(facts, 'file'));
  if (!row) return;
  const moved = 'volume' in facts && volumeIn(arrived) !== row.volume;
  const volume = moved ? volumeIn(arrived) : row.volume;
  const { content = {} } = arrived;
  changeDossierFile(tx, {
    ...{ ...row, volume, position: moved ? nextFilePosition(tx, dossier, volume) : row.position },
    ...('name' in content ? { name: readText(content, 'name') } : {}),
    ...('note' in content ? { note: readText(content, 'note') } : {}),
  });
  changeDossier(tx, dossier, arrived.n, {});
};

/** The documents of a volume are put in order; those the fact does not name come after them as they were. */
export const projectFilesOrdered: Projector = (tx, arrived) => {
  const { order } = arrived.entry.parsed.facts;
  const dossier = dossierOf(arrived);
  for (const [position, id] of Array.isArray(order) ? order.entries() : []) {
    const row = findDossierFile(tx, dossier, String(id));
    if (row) changeDossierFile(tx, { ...row, position: position + 1 });
  }
  changeDossier(tx, dossier, arrived.n, {});
};

/** A document is taken off the file with all its versions, or its newest version alone. */
export const projectFileRemoved: Projector = (tx, arrived) => {
  const dossier = dossierOf(arrived);
  const row = findDossierFile(tx, dossier, readText(arrived.entry.parsed.facts, 'file'));
  const newest = arrived.entry.parsed.facts['version'] === true;
  if (row) (newest ? removeNewestVersion : removeDossierFile)(tx, dossier, row.series);
  changeDossier(tx, dossier, arrived.n, {});
};
