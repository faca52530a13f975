import type { ManifestId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { fileAmended, fileAttached, filesOrdered } from '../dossier/file-facts.ts';
import type { Fact } from '../journal/fact.ts';
import { readNumber, readText } from '../read-fields.ts';
import { type Document, type Documents, documentsBefore, documentWith, orderOf } from './documents-before.ts';
import type { Undone } from './undone.ts';

/** Puts a document that was taken off on the file again with all its versions, under the dates they came on. */
function putBack({ dossier }: Undone, { volume, versions }: Document): readonly Fact[] {
  return versions.map(({ id, entry, name, note }, place) => {
    const { facts, on } = entry.parsed;
    return fileAttached({
      // What was written when it came was checked then.
      ...{ dossier, id, on: on.slice(0, 10) as LocalDate, manifest: readText(facts, 'manifest') as ManifestId },
      ...{ size: readNumber(facts, 'size') ?? 0, mime: readText(facts, 'mime'), volume, name, note },
      replaces: versions[place - 1]?.id ?? null,
    });
  });
}

function saidBefore({ dossier, on, act }: Undone, id: string, document: Document): Fact {
  const version = document.versions.find((one) => one.id === id);
  const moved = Object.hasOwn(act.header.facts, 'volume');
  return fileAmended({
    ...{ dossier, on, id, name: version?.name ?? '', note: version?.note ?? '' },
    ...(moved ? { volume: document.volume } : {}),
  });
}

/** Whether the texts of every version are still here. */
const isWhole = ({ versions }: Document): boolean =>
  versions.every(({ entry }) => entry.parsed.body === null || entry.body !== undefined);

function placed({ dossier, on }: Undone, before: Documents, { volume }: Document): Fact {
  return filesOrdered(dossier, on, volume, orderOf(before, volume));
}

/**
 * The facts that restore what an act on the documents of a file changed: names, notes, volume and place, or a document
 * that was taken off. Undefined when what was there before was erased.
 */
export function documentsBack(undone: Undone): readonly Fact[] | undefined {
  const { db, dossier, on, act } = undone;
  const { kind, facts } = act.header;
  const before = documentsBefore(db, dossier, act.entry);
  if (kind === 'file.ordered') {
    const volume = readText(facts, 'volume') === 'sub' ? 'sub' : 'main';
    return [filesOrdered(dossier, on, volume, orderOf(before, volume))];
  }
  const id = readText(facts, 'file');
  const document = documentWith(before, id);
  if (document === undefined || !isWhole(document)) return undefined;
  const back = kind === 'file.removed' ? putBack(undone, document) : [saidBefore(undone, id, document)];
  const moved = kind === 'file.removed' || Object.hasOwn(facts, 'volume');
  return moved ? [...back, placed(undone, before, document)] : back;
}
