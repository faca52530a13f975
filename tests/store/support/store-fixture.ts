import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import type { ReadDb, WriteDb } from '#electron/store/db.ts';
import { type OpenOptions, openStore } from '#electron/store/open.ts';
import type { Store } from '#electron/store/store.ts';
import { appendEntry, chainHead } from '#electron/store/tables/entries.ts';
import type { DeviceId, OfficeId, UserId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { makeBody } from '#shared/protocol/body.ts';
import { deviceChain } from '#shared/protocol/chain-id.ts';
import type { Entry } from '#shared/protocol/entry.ts';
import { makeEntry } from '#shared/protocol/make-entry.ts';
import { seededRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';

/** The database key of tests. */
export const testKey = createHash('sha256').update('a key for tests').digest();

/** The day everything arrives in tests. */
export const today = localDate('2026-03-02');

const random = seededRandom('store fixture');
const signing = suiteOne.signing(suiteOne.makeSigningKeys(random));
const device = suiteOne.hash(Buffer.from(signing.publicKey)).slice(0, 32) as DeviceId;

/** The chain that `appendFact` writes. */
export const testChain = deviceChain(device);

/** Opens a store that is closed when the running test ends. */
export function openForTest(folder: string, options: Partial<OpenOptions> = {}): Store {
  const store = unwrap(openStore({ folder, key: testKey, ...options }));
  onTestFinished(() => store.close());
  return store;
}

/** Makes the next signed entry of the test chain with `text` in its body, without storing it. */
export function nextFact(db: ReadDb, text: string): Entry {
  const draft = {
    ...{ chain: testChain, kind: 'note.added', kv: 1, minReader: 1, device, at: '0-0' },
    ...{ office: 'qingpu-arb' as OfficeId, actor: 'u1' as UserId, on: today, facts: {}, files: [] },
    body: makeBody({ text }, random.bytes(16), suiteOne),
  };
  return makeEntry(draft, chainHead(db, testChain) ?? null, 's1', { hashing: suiteOne, signing });
}

/** Appends a signed entry with `text` in its body to the test chain. */
export function appendFact(tx: WriteDb, text: string): Entry {
  const entry = nextFact(tx, text);
  appendEntry(tx, entry, today);
  return entry;
}

/** Every file under a folder by its path, with its bytes. */
export function filesUnder(folder: string): ReadonlyMap<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  const files = paths.filter((path) => statSync(path).isFile());
  return new Map(files.toSorted().map((path) => [relative(folder, path), readFileSync(path)]));
}
