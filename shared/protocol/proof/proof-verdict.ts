import type { DeviceId, EntryId, OfficeId, RequestId } from '#shared/base/ids.ts';
import type { AssistRules } from '#shared/domain/assist/rules.ts';
import type { Difference, RequestState } from '#shared/domain/assist/state.ts';
import type { Head, SuiteId } from '../entry.ts';
import type { CardFailure } from '../partner-card.ts';
import type { PlaceFailure } from '../place-entry.ts';
import type { Hashing, Verifying } from '../ports.ts';
import type { HeaderFailure } from '../read-entry.ts';
import type { ProofFailure } from './proof-file.ts';

/** Hashing and checking of one suite. */
export type ProofSuite = Hashing & Verifying;

/** What a check may use besides the file: the suites it knows, and the rules of requests. */
export type ProofPorts = {
  readonly suites: { readonly [S in SuiteId]?: ProofSuite };
  readonly rules: AssistRules;
};

/**
 * What is wrong.
 * - suite-unknown: this checker cannot compute that suite. seal, seal-device: the file is not as its maker sealed it, or
 *   nothing here says that the maker is a device of one of the two offices.
 * - certificate, office-two-keys: a forged certificate; cards of one office under two keys.
 * - id-differs: the header is not the one that was stored. body-differs, signature, device-unknown, other-request.
 * - entry-missing, order-swapped, repeated, prev-differs, head-differs: the chain is not whole.
 * - seen-missing, seen-differs: a signed entry of the other side had seen an entry that is not here, or another one.
 * - fork: a second signed entry for the same place. device-revoked: its office revoked the device, and nothing of the
 *   other office shows that the entry was there before.
 * - receipt, receipt-signature, receipt-device, receipt-stream: not a genuine receipt of the other office for this stream.
 * - run-missing: the ids that lead to a receipt's root are not here. root-differs: the partner signed another history.
 * - does-not-fit to wrong-head: the fold finds that an entry or an outcome is not what the rules give.
 */
export type ProofFaultCode =
  | ProofFailure
  | HeaderFailure
  | PlaceFailure
  | CardFailure
  | Difference['code']
  | 'suite-unknown'
  | 'seal'
  | 'seal-device'
  | 'certificate'
  | 'office-two-keys'
  | 'id-differs'
  | 'body-differs'
  | 'signature'
  | 'device-unknown'
  | 'device-revoked'
  | 'other-request'
  | 'entry-missing'
  | 'order-swapped'
  | 'repeated'
  | 'prev-differs'
  | 'head-differs'
  | 'seen-missing'
  | 'seen-differs'
  | 'fork'
  | 'receipt'
  | 'receipt-signature'
  | 'receipt-device'
  | 'receipt-stream'
  | 'run-missing'
  | 'root-differs';

/** Where in the file; `n` is the number in the chain, or counts the documents of that sort from 1. */
export type ProofPlace = {
  readonly part: 'file' | 'r' | 'e' | 'beside' | 'card' | 'certificate' | 'stream' | 'receipt';
  readonly n: number;
};

/** One thing that is wrong, by name and place. */
export type ProofFault = { readonly code: ProofFaultCode; readonly place: ProofPlace };

/**
 * What does not make a proof wrong and a reader should know: nobody signed for an entry yet; a kind only a newer checker
 * can fold; a device revoked since; an entry the other office stored and refused; a receipt whose device was revoked, of
 * which nothing shows whether it was signed before.
 */
export type ProofRemark = {
  readonly code: 'unsigned-yet' | 'kind-newer' | 'revoked-since' | 'refused-there' | 'receipt-revoked';
  readonly place: ProofPlace;
};

/** An office of the request. Who checks compares the fingerprint with what the office itself states. */
export type ProofOffice = {
  readonly office: OfficeId;
  readonly side: 'r' | 'e';
  readonly name: string;
  /** Six groups of five digits, as both offices read them to each other. */
  readonly fingerprint: string;
  /** Hex hash of the root key. */
  readonly keyHash: string;
};

/** A receipt that was proved. `heard`: when it came in, by the maker's clock; the office that signed states no time. */
export type ProvedReceipt = {
  readonly office: OfficeId;
  readonly device: DeviceId;
  readonly number: number;
  readonly upTo: number;
  readonly root: string;
  readonly heard: string;
};

/** One entry with what proves that the other office holds it. */
export type ProofLine = {
  readonly side: 'r' | 'e';
  readonly seq: number;
  readonly id: EntryId;
  readonly kind: string;
  readonly office: OfficeId;
  /** When it happened and when it was recorded, as its author claims. */
  readonly on: string;
  readonly at: string;
  readonly body: 'none' | 'left-out' | 'fits' | 'differs';
  /** Whether id, signature and place are proved. */
  readonly genuine: boolean;
  /** Position in the stream and the first receipt that covers it, as its place in `receipts`, from 0. */
  readonly receipt: { readonly position: number; readonly index: number } | null;
  /** The first entry of the other side that had seen it, and the day that one names. */
  readonly seen: { readonly seq: number; readonly on: string } | null;
  /** Day on which the other office says in a receipt that it stored the opening. */
  readonly storedOn: string | null;
};

/** What a check of a proof finds. */
export type ProofVerdict = {
  readonly ok: boolean;
  /** False when the bytes are no proof file at all. */
  readonly isProof: boolean;
  readonly faults: readonly ProofFault[];
  readonly remarks: readonly ProofRemark[];
  readonly request: RequestId | null;
  readonly maker: OfficeId | null;
  readonly offices: readonly ProofOffice[];
  readonly heads: { readonly r: Head | null; readonly e: Head | null };
  readonly lines: readonly ProofLine[];
  readonly receipts: readonly ProvedReceipt[];
  readonly phase: RequestState['phase'] | null;
  /** Digest of the folded state, which both offices show. */
  readonly digest: string | null;
  /** Hash of the sealed text: the same with bodies and without. */
  readonly hash: string | null;
};
