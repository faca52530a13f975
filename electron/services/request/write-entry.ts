import type { WriteDb } from '#electron/store/db.ts';
import { chainHead } from '#electron/store/tables/entries.ts';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { DeviceId, ManifestId, OfficeId, RequestId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import type { AssistFacts } from '#shared/domain/assist/facts.ts';
import { writeFacts } from '#shared/domain/assist/facts.ts';
import { mayDo } from '#shared/domain/assist/may-do.ts';
import type { RequestState } from '#shared/domain/assist/state.ts';
import { otherSide, requestChain } from '#shared/protocol/chain-id.ts';
import type { Entry, SuiteId } from '#shared/protocol/entry.ts';
import type { OfficeContext, OpenOffice } from '../context.ts';
import { identityIn } from '../identity.ts';
import { append, type Writing } from '../journal/append.ts';
import { enqueue } from '../sync/enqueue.ts';
import { loadRequest, ourSide, type RequestChains } from './chains.ts';
import { withGrants } from './letter-files.ts';
import { actRefused, mayWriteTo } from './refusals.ts';

/** A request this office may write to, with the side it is on. */
export type Standing = RequestChains & { readonly id: RequestId; readonly side: Side; readonly partner: OfficeId };

/** What is to be said. `content` holds names and texts; `facts` what changes a state. */
export type Saying<K extends keyof AssistFacts> = {
  readonly kind: K;
  readonly on: string;
  readonly facts: AssistFacts[K];
  readonly content?: JsonObject;
  readonly files?: readonly ManifestId[];
  /** Of an opening: what both chains are written in. */
  readonly suite?: SuiteId;
};

/** The request as it stands now; refused when it is unknown here or this copy may not write. */
export function standingOf(tx: WriteDb, context: OfficeContext, id: RequestId): Result<Standing, Failure> {
  const chains = loadRequest(tx, id);
  const side = ourSide(chains.state, context.open.office);
  const { opening } = chains.state;
  const partner = side === 'r' ? opening?.executor : opening?.requester;
  if (side === undefined || !partner) return err(notFound('request'));
  const knows = mayWriteTo(tx, partner);
  return knows.ok ? ok({ ...chains, id, side, partner }) : knows;
}

/** The one device of this office that may write our chain now. */
function penDevice({ state, side }: Standing): DeviceId | undefined {
  return state.pens[side]?.device ?? (side === 'e' ? state.opening?.intake : undefined) ?? undefined;
}

/** Whether this side may say `kind` now on this device, as a contract failure. */
export function mayAct(
  standing: Standing,
  side: Side,
  kind: keyof AssistFacts,
  open: OpenOffice,
): Result<void, Failure> {
  if (standing.side !== side) return err(actRefused('unknown-kind'));
  const writer = standing.suite && identityIn(open, standing.suite);
  if (!writer || penDevice(standing) !== writer.device) return err(refused('request.pen-elsewhere'));
  const allowed = mayDo(standing.state, side, kind);
  return allowed.ok ? allowed : err(actRefused(allowed.error));
}

/**
 * Appends one entry to our chain of a request and puts it into the stream to the partner. The life table was asked
 * before; the entry says which head of the other side it was written on.
 */
export function say<K extends keyof AssistFacts>(
  tx: WriteDb,
  context: Writing,
  to: Pick<Standing, 'id' | 'side' | 'partner'> & { readonly state?: RequestState },
  saying: Saying<K>,
): Entry {
  const { kind, on, facts, content, files, suite } = saying;
  const pen = to.state?.pens[to.side]?.number ?? 1;
  const [entry] = append(tx, context, [
    {
      ...{ kind, on, facts: writeFacts(kind, facts), chain: requestChain(to.id, to.side), pen },
      seen: chainHead(tx, requestChain(to.id, otherSide(to.side))) ?? null,
      ...(content ? { content: withGrants(tx, content, files ?? []) } : {}),
      ...(files ? { files } : {}),
      ...(suite ? { suite } : {}),
    },
  ]);
  if (!entry) throw new Error('one fact gives one entry');
  enqueue(tx, context, to.partner, [entry]);
  return entry;
}
