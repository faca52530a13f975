import type { ReadDb } from '#electron/store/db.ts';
import { aboutAfter } from '#electron/store/tables/about.ts';
import { findEntry } from '#electron/store/tables/entries.ts';
import type { DossierId, EntryId } from '#shared/base/ids.ts';
import { readBody } from '#shared/protocol/body.ts';
import type { Entry } from '#shared/protocol/entry.ts';
import { readText, readTexts } from '../read-fields.ts';

type Volume = 'main' | 'sub';

/** One version of a document: the entry that put it on the file, and what was written of it. */
type Version = { readonly id: string; readonly entry: Entry; readonly name: string; readonly note: string };

/** A document with its versions, the newest last. */
export type Document = { readonly volume: Volume; readonly versions: readonly Version[] };

/** The documents of a file in the order they stand in. */
export type Documents = readonly Document[];

const newest = ({ versions }: Document): string => versions.at(-1)?.id ?? '';
const holds = (document: Document, id: string): boolean => versionsOf(document).includes(id);
const versionsOf = ({ versions }: Document): readonly string[] => versions.map(({ id }) => id);

/** Undefined in a text whose body was erased. */
function textsOf(entry: Entry): Readonly<Record<string, unknown>> | undefined {
  return entry.body === undefined ? undefined : readBody(entry.body);
}

function attached(before: Documents, entry: Entry, id: string): Documents {
  const { facts } = entry.parsed;
  const content = textsOf(entry);
  const version = { id, entry, name: readText(content, 'name'), note: readText(content, 'note') };
  const replaces = readText(facts, 'replaces');
  if (before.some((document) => holds(document, replaces))) {
    return before.map((document) =>
      holds(document, replaces) ? { ...document, versions: [...document.versions, version] } : document,
    );
  }
  return [...before, { volume: readText(facts, 'volume') === 'sub' ? 'sub' : 'main', versions: [version] }];
}

function amended(before: Documents, entry: Entry, id: string): Documents {
  const { facts } = entry.parsed;
  const content = textsOf(entry) ?? {};
  const said = (version: Version): Version => ({
    ...version,
    ...(Object.hasOwn(content, 'name') ? { name: readText(content, 'name') } : {}),
    ...(Object.hasOwn(content, 'note') ? { note: readText(content, 'note') } : {}),
  });
  const found = before.find((document) => holds(document, id));
  if (found === undefined) return before;
  const volume: Volume = readText(facts, 'volume') === 'sub' ? 'sub' : 'main';
  const moved = Object.hasOwn(facts, 'volume') && volume !== found.volume;
  const versions = found.versions.map((version) => (version.id === id ? said(version) : version));
  // In another volume it comes last.
  if (moved) return [...before.filter((document) => document !== found), { volume, versions }];
  return before.map((document) => (document === found ? { ...document, versions } : document));
}

function ordered(before: Documents, order: readonly string[]): Documents {
  const named = order.flatMap((id) => before.filter((document) => newest(document) === id));
  return [...named, ...before.filter((document) => !named.includes(document))];
}

function withoutVersion(before: Documents, id: string): Documents {
  return before.map((document) => ({ ...document, versions: document.versions.filter((one) => one.id !== id) }));
}

function after(before: Documents, entry: Entry): Documents {
  const { kind, facts } = entry.parsed;
  const id = readText(facts, 'file');
  switch (kind) {
    case 'file.attached':
      return attached(before, entry, id);
    case 'file.amended':
      return amended(before, entry, id);
    case 'file.ordered':
      return ordered(before, readTexts(facts, 'order'));
    case 'file.removed':
      return facts['version'] === true ? withoutVersion(before, id) : before.filter((document) => !holds(document, id));
    default:
      return before;
  }
}

/** The documents of a file as they stood before an act, out of its history. */
export function documentsBefore(db: ReadDb, dossier: DossierId, act: EntryId): Documents {
  let documents: Documents = [];
  for (const id of aboutAfter(db, dossier, 0)) {
    if (id === act) break;
    const entry = findEntry(db, id);
    if (entry !== undefined) documents = after(documents, entry);
  }
  return documents;
}

/** The document an id is a version of. */
export function documentWith(documents: Documents, id: string): Document | undefined {
  return documents.find((document) => holds(document, id));
}

/** The newest versions of a volume, in their order. */
export function orderOf(documents: Documents, volume: Volume): readonly string[] {
  return documents.filter((document) => document.volume === volume).map(newest);
}
