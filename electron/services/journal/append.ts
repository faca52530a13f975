import type { WriteDb } from '#electron/store/db.ts';
import type { StoreFailure } from '#electron/store/failure.ts';
import { appendEntry, chainHead, entryAt } from '#electron/store/tables/entries.ts';
import { readMeta, writeMeta } from '#electron/store/tables/meta.ts';
import { type Safety, transaction } from '#electron/store/transaction.ts';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { ChainId } from '#shared/base/ids.ts';
import { err, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { makeBody } from '#shared/protocol/body.ts';
import { deviceChain, readChainId, requestChain } from '#shared/protocol/chain-id.ts';
import type { Entry, SuiteId } from '#shared/protocol/entry.ts';
import { nextStamp } from '#shared/protocol/hybrid-clock.ts';
import { makeEntry } from '#shared/protocol/make-entry.ts';
import type { OfficeContext, OpenOffice } from '../context.ts';
import { identityIn } from '../identity.ts';
import type { Fact } from './fact.ts';
import { project } from './project.ts';

/** What writing a fact needs of the call it belongs to. */
export type Writing = Pick<OfficeContext, 'open' | 'me' | 'moment' | 'random'>;

function bodyOf(content: JsonObject | undefined, writing: Writing, suite: SuiteId): ReturnType<typeof makeBody> | null {
  return content === undefined ? null : makeBody(content, writing.random.bytes(16), writing.open.suite, suite);
}

/** The suite an entry is written in: in requests that of the opening, which may say it itself; the office's elsewhere. */
function suiteFor(tx: WriteDb, fact: Fact, open: OpenOffice): SuiteId {
  const chain = fact.chain === undefined ? undefined : readChainId(fact.chain);
  if (chain?.type !== 'request') return open.suite.id;
  return entryAt(tx, requestChain(chain.request, 'r'), 1)?.parsed.suite ?? fact.suite ?? open.suite.id;
}

function chainFields(
  fact: Fact,
): { pen: number; seen: (Fact['seen'] & {}) | null } | { basedOn?: Fact['basedOn'] & {} } {
  if (fact.pen !== undefined) return { pen: fact.pen, seen: fact.seen ?? null };
  return fact.basedOn ? { basedOn: fact.basedOn } : {};
}

/**
 * Signs the facts in their order, stores them as the next entries of their chains and runs their projectors, all inside
 * the given transaction. A wall clock set back never makes their stamps go back.
 */
export function append(tx: WriteDb, writing: Writing, facts: readonly Fact[]): readonly Entry[] {
  const { open, me, moment } = writing;
  const own: ChainId = deviceChain(open.device);
  let stamp = readMeta(tx, 'stamp');
  const entries = facts.map((fact) => {
    stamp = nextStamp(stamp, moment.at);
    const chain = fact.chain ?? own;
    const suite = suiteFor(tx, fact, open);
    const writer = identityIn(open, suite);
    if (!writer) throw new Error('nothing is written in a suite the office has no key of');
    const draft = {
      ...{ chain, kind: fact.kind, kv: fact.kv ?? 1, minReader: 1, office: open.office, device: writer.device },
      ...chainFields(fact),
      ...{ actor: me, on: fact.on, at: stamp, facts: fact.facts },
      ...{ body: bodyOf(fact.content, writing, suite), files: fact.files ?? [] },
    };
    const ports = { hashing: open.suite, signing: writer.signing };
    const entry = makeEntry(draft, chainHead(tx, chain) ?? null, suite, ports);
    const n = appendEntry(tx, entry, moment.today);
    project(tx, { entry, n, date: moment.today, ...(fact.midway ? { midway: true } : {}) }, open);
    return entry;
  });
  if (stamp !== undefined) writeMeta(tx, 'stamp', stamp);
  return entries;
}

/** The contract's failure for a refusal of the disk or the file. */
export function storageFailure(failure: StoreFailure): Failure {
  return { kind: failure.code === 'database-damaged' ? 'damaged' : 'storage', code: `storage.${failure.code}` };
}

function isContractFailure(failure: Failure | StoreFailure): failure is Failure {
  return 'kind' in failure;
}

/** Runs `work` in one transaction; a refusal of the disk or the file is answered as a contract failure, and nothing is written. */
export function inOneTransaction<T>(
  context: Pick<OfficeContext, 'open'>,
  work: (tx: WriteDb) => Result<T, Failure>,
  safety?: Safety,
): Result<T, Failure> {
  const result = transaction<T, Failure>(context.open.store, work, safety);
  if (result.ok) return result;
  return isContractFailure(result.error) ? err(result.error) : err(storageFailure(result.error));
}
