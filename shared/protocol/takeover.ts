import type { JsonObject } from '#shared/base/canonical-json.ts';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import type { DeviceId, EntryId, OfficeId, RequestId } from '#shared/base/ids.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import { readChainId } from './chain-id.ts';
import type { Entry } from './entry.ts';
import type { Signing, Verifying } from './ports.ts';
import { signDocument, signedBy } from './signed-document.ts';

/** What the office root key says when another device of the office takes the pen of a chain over. */
export type Takeover = {
  readonly v: 1;
  readonly office: OfficeId;
  readonly request: RequestId;
  readonly side: Side;
  /** The new pen number: one more than the last holder's. */
  readonly number: number;
  /** The last entry it continues from; 0 and null for an executor's chain in which nothing stands yet. */
  readonly seq: number;
  readonly head: EntryId | null;
  /** The device that writes from here on. */
  readonly to: DeviceId;
};

/** Facts of the `pen` entry that takes a chain over. `office` signs with the office root key. */
export function takeoverFacts(takeover: Takeover, office: Signing): JsonObject {
  const { number, seq, head, to } = takeover;
  return { to, number, seq, head, proof: signDocument('xieban-takeover-v1', takeover, office).signature };
}

/** Whether an entry says that it takes its chain over: a `pen` with a proof, whatever the proof is worth. */
export function claimsTakeover(entry: Entry): boolean {
  return entry.parsed.kind === 'pen' && typeof entry.parsed.facts['proof'] === 'string';
}

/**
 * Whether an entry takes its chain over as it says: its facts name itself, its number and the place before it, and the root
 * key of its office signed exactly that for this chain.
 */
export function provesTakeover(entry: Entry, officeKey: string | undefined, verifying: Verifying): boolean {
  const { chain, office, device, pen, seq, prev, facts } = entry.parsed;
  const name = readChainId(chain);
  const { to, number, proof } = facts;
  if (officeKey === undefined || name?.type !== 'request' || typeof proof !== 'string') return false;
  if (
    to !== device ||
    typeof number !== 'number' ||
    number !== pen ||
    facts['seq'] !== seq - 1 ||
    facts['head'] !== prev
  )
    return false;
  const { request, side } = name;
  const text = canonicalJson({ v: 1, office, request, side, number, seq: seq - 1, head: prev, to });
  return signedBy('xieban-takeover-v1', { text, signature: proof }, officeKey, verifying);
}
