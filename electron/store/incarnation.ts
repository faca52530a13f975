import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceId } from '#shared/base/ids.ts';
import type { Random } from '#shared/base/ports.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { WriteDb } from './db.ts';
import { publishFile } from './durable-file.ts';
import { type StoreFailure, storeFailureOf } from './failure.ts';
import type { Store } from './store.ts';
import { readMeta, writeMeta } from './tables/meta.ts';
import { putStreamsAway } from './tables/past-streams.ts';
import { transaction } from './transaction.ts';

/** What opening the data says about its past. */
export type Incarnation = {
  /** Random id of this life of the data; new after every restore. Receipts carry it. */
  readonly id: string;
  /** True when an older copy was found in place of the newest: from now on as after a restore. */
  readonly rolledBack: boolean;
};

type Mark = { readonly id: string; readonly opens: number };

function markPath(folder: string): string {
  return join(folder, 'incarnation');
}

/** The mark beside the database: undefined when it is missing or unreadable, which proves nothing. */
function readMark(folder: string): Mark | undefined {
  try {
    const [id, opens] = readFileSync(markPath(folder), 'utf8').split('\n');
    const count = Number(opens);
    return id && /^[0-9a-f]{32}$/.test(id) && Number.isSafeInteger(count) ? { id, opens: count } : undefined;
  } catch {
    return undefined;
  }
}

function writeMark(folder: string, mark: Mark): void {
  const unfinished = `${markPath(folder)}.new`;
  writeFileSync(unfinished, `${mark.id}\n${mark.opens}\n`, { mode: 0o600 });
  publishFile(unfinished, markPath(folder));
}

/**
 * Gives the data a new life: a restored copy is another device, and its requests can be read only until taken over. The
 * data then knows no device, also after a kill, until one with keys of its own is introduced. What the one before was
 * sending is put away under its id.
 */
export function beginNewLife(tx: WriteDb, random: Random): string {
  const id = Buffer.from(random.bytes(16)).toString('hex');
  const former = readMeta(tx, 'device') ?? '';
  if (former !== '') putStreamsAway(tx, former as DeviceId);
  writeMeta(tx, 'incarnation', id);
  writeMeta(tx, 'device', '');
  writeMeta(tx, 'requests', 'read-only');
  return id;
}

/**
 * Notes beside the database that it began a new life while it was open, so that the next opening does not take it for an
 * older copy. A kill or a full disk before this only makes that opening begin one more.
 */
export function noteNewLife(store: Store): void {
  const id = readMeta(store.db, 'incarnation');
  if (id === undefined) return;
  try {
    writeMark(store.folder, { id, opens: Number(readMeta(store.db, 'opens') ?? 0) });
  } catch (error) {
    if (!storeFailureOf(error)) throw error;
  }
}

/**
 * Run once after every opening. The database and a small file beside it count the openings: a database that counts
 * fewer than the file is an older copy put in place, and begins a new life. A missing or broken file is written anew.
 */
export function settleIncarnation(store: Store, random: Random): Result<Incarnation, StoreFailure> {
  const mark = readMark(store.folder);
  const settled = transaction(store, (tx) => {
    const known = readMeta(tx, 'incarnation');
    const opens = Number(readMeta(tx, 'opens') ?? 0);
    const rolledBack = known !== undefined && mark !== undefined && (mark.id !== known || mark.opens > opens);
    const first = Buffer.from(random.bytes(16)).toString('hex');
    const id = rolledBack ? beginNewLife(tx, random) : (known ?? first);
    if (known === undefined) writeMeta(tx, 'incarnation', id);
    const next = Math.max(opens, mark?.opens ?? 0) + 1;
    writeMeta(tx, 'opens', String(next));
    return ok({ id, rolledBack, opens: next });
  });
  if (!settled.ok) return settled;
  const { id, rolledBack, opens } = settled.value;
  try {
    writeMark(store.folder, { id, opens });
    return ok({ id, rolledBack });
  } catch (error) {
    const failure = storeFailureOf(error);
    if (failure) return err(failure);
    throw error;
  }
}
