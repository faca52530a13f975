import {
  dossiersWithFile,
  type FileText,
  nextFileToRead,
  noteTry,
  putFileText,
} from '#electron/store/tables/file-texts.ts';
import { findFile } from '#electron/store/tables/files.ts';
import type { ManifestId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { mostBytes, type ReadingKind, readingKind } from '#shared/reading/kind.ts';
import type { OpenOffice, Ports } from '../../context.ts';
import { refreshSearch } from '../../dossier/refresh-dossier.ts';
import { inOneTransaction } from '../../journal/append.ts';
import type { Session } from '../../session/session.ts';
import { readAllBytes } from '../read-all-bytes.ts';
import { readInThread, type TextThread } from './text-thread.ts';

/** Reads the texts of files in the background, one after the other. */
export type TextReading = {
  /** Begins, unless it is running; answers when nothing waits any more. */
  readonly kick: () => Promise<void>;
  /** Ends the thread that is running and begins no other. */
  readonly stop: () => Promise<void>;
};

/** How often a file is begun that the reader did not come back from. */
const mostTries = 2;
/** Milliseconds one file may take. */
const patience = 60_000;
/**
 * Characters of a file that are kept for searching, about a hundred pages. They are indexed in one transaction, again
 * whenever the dossier changes, and other calls wait about 50 ms for that many.
 */
const mostSearched = 100_000;

const noText: FileText = { state: 'none', text: '', pages: null };

function keep(open: OpenOffice, manifest: ManifestId, read: FileText): void {
  inOneTransaction({ open }, (tx) => {
    putFileText(tx, manifest, read);
    for (const dossier of read.state === 'none' ? [] : dossiersWithFile(tx, manifest)) refreshSearch(tx, dossier);
    return ok(undefined);
  });
}

/** What of a text is kept: whole, or its beginning, cut between two characters. */
function searchedPart(text: string): Pick<FileText, 'state' | 'text'> {
  if (text.length <= mostSearched) return { state: 'read', text };
  return { state: 'part', text: text.slice(0, mostSearched).replace(/[\uD800-\uDBFF]$/, '') };
}

type Next = NonNullable<ReturnType<typeof nextFileToRead>>;

function kindOf(open: OpenOffice, { manifest, mime, name, tries }: Next): ReadingKind | undefined {
  const kind = readingKind(mime, name);
  const size = findFile(open.store.db, manifest)?.size ?? 0;
  return kind === undefined || tries >= mostTries || size > mostBytes[kind] ? undefined : kind;
}

/** What is going on: the thread that runs, and whether no other may begin. */
type Going = { thread: TextThread | undefined; stopped: boolean };

/** Reads one file; false when reading has to stop for now. `still` is whether the same data is open. */
async function readOne(
  open: OpenOffice,
  next: Next,
  going: Going,
  still: () => boolean,
): Promise<boolean | 'unavailable'> {
  const { manifest } = next;
  const kind = kindOf(open, next);
  if (kind === undefined) {
    keep(open, manifest, noText);
    return true;
  }
  inOneTransaction({ open }, (tx) => ok(noteTry(tx, manifest)));
  const bytes = await readAllBytes(open, manifest);
  if (bytes === undefined || !still()) return false;
  going.thread = readInThread(kind, bytes, patience);
  const read = await going.thread.answer;
  going.thread = undefined;
  if (!still()) return false;
  if (read === 'unavailable') return read;
  if (read === 'gave-up') return true;
  const { text, pages } = read;
  keep(open, manifest, text === null ? { ...noText, pages } : { ...searchedPart(text), pages });
  return true;
}

/**
 * Makes the reading of files. What waits lies in a table, so that it goes on after a restart; a file that kills its thread
 * is tried twice and then has no text.
 */
export function createTextReading(session: Session, ports: Pick<Ports, 'log'>): TextReading {
  const going: Going = { thread: undefined, stopped: false };
  let running: Promise<void> | undefined;

  const readAll = async (): Promise<void> => {
    const open = session.open();
    const still = (): boolean => !going.stopped && session.open() === open;
    let count = 0;
    while (open !== undefined && still()) {
      const next = nextFileToRead(open.store.db);
      if (next === undefined) break;
      const read = await readOne(open, next, going, still);
      if (read === 'unavailable') ports.log.warn('file.reader-unavailable');
      if (read !== true) break;
      count += 1;
    }
    if (count > 0 && still()) session.announce(['file']);
  };
  return {
    kick: () => {
      // The data may be locked at any moment; what was being read is read again.
      running ??= readAll()
        .catch(() => undefined)
        .finally(() => {
          running = undefined;
        });
      return running;
    },
    stop: async () => {
      going.stopped = true;
      going.thread?.end();
      await running;
    },
  };
}
