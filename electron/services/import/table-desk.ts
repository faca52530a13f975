import type { Store } from '#electron/store/store.ts';
import { findFile } from '#electron/store/tables/files.ts';
import type { ManifestId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import type { OfficeContext } from '../context.ts';
import { readAllBytes } from '../file/read-all-bytes.ts';
import { readFile } from '../file/read-file.ts';
import { sniff } from '../file/sniff.ts';
import type { TableCharset } from './reading/read-table.ts';
import { startTableThread, type TableThread } from './reading/table-thread.ts';
import type { TableView } from './reading/table-view.ts';

/** Which table of a file is meant. */
export type TableNamed = {
  readonly manifest: ManifestId;
  readonly charset: TableCharset | null;
  readonly sheet: string | null;
  readonly head: number | null;
};

/** A table that lies ready in a thread of its own. */
export type OpenTable = { readonly thread: TableThread; readonly view: TableView };

/** Bytes of a file that is read: the whole of it must fit into the memory of one thread. */
export const mostTableBytes = 100 * 1024 * 1024;
/** A table nobody asks for any more is put away after this many milliseconds. */
const keptFor = 600_000;
const headBytes = 64;

type Kept = {
  readonly key: string;
  readonly table: Promise<Result<OpenTable, Failure>>;
  thread?: TableThread;
  timer?: NodeJS.Timeout;
};

/** One table is kept for each open data: that which a person is working on. */
const desks = new WeakMap<Store, Kept>();
/** Data a table is being taken into: its table stays until that has ended. */
const taking = new WeakSet<Store>();

const running: Failure = refused('import.running');

function putAway(store: Store): void {
  const kept = desks.get(store);
  desks.delete(store);
  kept?.thread?.end();
  clearTimeout(kept?.timer);
}

const kinds: ReadonlySet<string> = new Set(['application/zip', 'text/plain', 'application/octet-stream']);

/** What its first bytes and its size say against a file being a table, before anything is read. */
async function checkFile(context: OfficeContext, manifest: ManifestId): Promise<Result<number, Failure>> {
  const size = findFile(context.open.store.db, manifest)?.size;
  if (size === undefined) return err(notFound('file'));
  const mb = (bytes: number): number => Math.ceil(bytes / 1_048_576);
  if (size > mostTableBytes) return err(refused('import.too-large', { size: mb(size), most: mb(mostTableBytes) }));
  const head = await readFile(context, { manifest, offset: 0, length: headBytes });
  if (!head.ok) return head;
  const { mime } = sniff(head.value.bytes);
  if (mime === 'application/x-ole') return err(refused('import.old-workbook'));
  return kinds.has(mime) && size > 0 ? ok(size) : err(refused('import.not-a-table'));
}

async function open(
  context: OfficeContext,
  of: TableNamed,
  kept: () => Kept | undefined,
): Promise<Result<OpenTable, Failure>> {
  const fit = await checkFile(context, of.manifest);
  if (!fit.ok) return fit;
  const bytes = await readAllBytes(context.open, of.manifest);
  if (bytes === undefined) return err({ kind: 'damaged', code: 'file.damaged' });
  const thread = startTableThread();
  const own = kept();
  // Another table was asked for meanwhile, or the data was locked.
  if (own === undefined || context.session.open() !== context.open) {
    thread.end();
    return err(refused('import.gave-up'));
  }
  own.thread = thread;
  const { charset, sheet, head } = of;
  const answer = await thread.ask({ ask: 'open', bytes, choice: { charset, sheet }, head });
  if (answer === 'gave-up') return err(refused('import.gave-up'));
  const { table } = answer;
  return table.ok ? ok({ thread, view: table.value }) : err(refused(table.error.code, table.error.facts));
}

/** Keeps the table a while longer, since something was asked of it. */
export function keepTable(store: Store): void {
  const kept = desks.get(store);
  if (kept === undefined) return;
  clearTimeout(kept.timer);
  kept.timer = setTimeout(() => putAway(store), keptFor).unref();
}

/** Takes a table in while nothing else is: two at once would give the same numbers. No other table is read meanwhile. */
export async function takeAlone<T>(
  { open: { store } }: OfficeContext,
  work: () => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  if (taking.has(store)) return err(running);
  taking.add(store);
  try {
    return await work();
  } finally {
    taking.delete(store);
  }
}

/** Who asks for a table: somebody who looks at it or checks it, or the import that takes it in. */
export type TableUser = 'reader' | 'taker';

/** Refuses to plan a table anew while one is being taken in: that one would go on by another plan. */
export function mayPlan(store: Store, user: TableUser): Result<undefined, Failure> {
  return user === 'reader' && taking.has(store) ? err(running) : ok(undefined);
}

/**
 * The table a person is working on, read anew when it is another one. It lies in a thread of its own with a bound on its
 * memory, and goes when it is not asked for, when another one comes, and when the data is locked. While a table is taken in,
 * another one is refused to readers.
 */
export async function openTable(
  context: OfficeContext,
  of: TableNamed,
  user: TableUser = 'reader',
): Promise<Result<OpenTable, Failure>> {
  const { store } = context.open;
  const key = JSON.stringify([of.manifest, of.charset, of.sheet, of.head]);
  const known = desks.get(store);
  const usable = known?.key === key && known.thread?.gone() !== true;
  if (!usable) {
    const may = mayPlan(store, user);
    if (!may.ok) return may;
    putAway(store);
    const own: Kept = {
      key,
      table: Promise.resolve().then(() => open(context, of, () => (desks.get(store) === own ? own : undefined))),
    };
    desks.set(store, own);
    const stop = context.session.onChanged(() => {
      if (context.session.open() === context.open) return;
      stop();
      if (desks.get(store) === own) putAway(store);
    });
  }
  const kept = desks.get(store);
  if (kept === undefined) return err(refused('import.gave-up'));
  keepTable(store);
  const table = await kept.table;
  if (!table.ok && desks.get(store) === kept) putAway(store);
  return table;
}
