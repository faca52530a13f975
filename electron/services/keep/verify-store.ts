import { setImmediate as turn } from 'node:timers/promises';
import type { ReadDb } from '#electron/store/db.ts';
import { erasedBodyCount } from '#electron/store/tables/bodies.ts';
import { chainEntries, chainHeads, entryCount } from '#electron/store/tables/entries.ts';
import { storedChunkCount } from '#electron/store/tables/files.ts';
import type { ChainId, DeviceId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import type { Entry, Head } from '#shared/protocol/entry.ts';
import { readEntry, verifyEntry } from '#shared/protocol/verify-entry.ts';
import type { Handler, OpenOffice } from '../context.ts';
import { deviceKeys } from '../partner/device-keys.ts';
import { workCancelled } from '../work/works.ts';
import { damagedFiles } from './damaged-files.ts';

type Problem = { readonly chain: string; readonly seq: number; readonly code: string };
const pageSize = 500;

function checkEntry(
  entry: Entry,
  before: Head | null,
  open: OpenOffice,
  keys: ReadonlyMap<DeviceId, string>,
): string | undefined {
  if (entry.parsed.seq !== (before?.seq ?? 0) + 1) return 'verify.gap';
  if (entry.parsed.prev !== (before?.id ?? null)) return 'verify.chain-broken';
  const ports = { hashing: open.suite, verifying: open.suite };
  const read = readEntry(entry, entry.body, ports.hashing);
  if (!read.ok) return `verify.${read.error}`;
  const key = keys.get(entry.parsed.device);
  if (key === undefined) return 'verify.device-unknown';
  const verified = verifyEntry(read.value, key, ports);
  return verified.ok ? undefined : `verify.${verified.error}`;
}

type Checked = { readonly count: number; readonly problems: readonly Problem[] };

/** Checks one chain a page at a time; other calls are answered in between. Undefined when it was called off. */
async function checkChain(
  db: ReadDb,
  chain: ChainId,
  open: OpenOffice,
  keys: ReadonlyMap<DeviceId, string>,
  went: (entries: number) => boolean,
): Promise<Checked | undefined> {
  let before: Head | null = null;
  let count = 0;
  const problems: Problem[] = [];
  for (;;) {
    const page: readonly Entry[] = chainEntries(db, chain, (before?.seq ?? 0) + 1, pageSize);
    for (const entry of page) {
      const code = checkEntry(entry, before, open, keys);
      if (code !== undefined) problems.push({ chain, seq: entry.parsed.seq, code });
      before = { seq: entry.parsed.seq, id: entry.id };
      count += 1;
    }
    if (!went(page.length)) return undefined;
    if (page.length < pageSize) return { count, problems };
    await turn();
  }
}

/** Checks order, hashes and signatures of every chain, and the hash of every body that is here. */
export const verifyStore: Handler<'store.verify'> = ({ open, session }) =>
  session.works.run('verify', async (work) => {
    const { db } = open.store;
    const keys = deviceKeys(db, open);
    const heads = chainHeads(db);
    const total = entryCount(db) + storedChunkCount(db);
    const checked: Checked[] = [];
    let done = 0;
    let sinceTurn = 0;
    const went = (checks: number): boolean => {
      done += checks;
      sinceTurn += checks;
      work.step(done, Math.max(done, total));
      return !work.cancelled();
    };
    for (const { chain } of heads) {
      const one = await checkChain(db, chain, open, keys, went);
      if (!one) return err(workCancelled);
      checked.push(one);
      if (sinceTurn < pageSize) continue;
      sinceTurn = 0;
      await turn();
    }
    const files = await damagedFiles(open, () => went(1));
    if (!files.ok) return err(workCancelled);
    return ok({
      chains: heads.length,
      entries: checked.reduce((sum, { count }) => sum + count, 0),
      bodiesErased: erasedBodyCount(db),
      problems: checked.flatMap(({ problems }) => problems).slice(0, 1000),
      files: files.value,
    });
  });
