import type { OfficeId } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';

/**
 * Why a carrier did not do what was asked; nothing of it counts as carried.
 * - unreachable: the folder, stick or server is not there now. full: no room. read-only: writing is refused.
 * - refused: the server does not know us, or does not allow this. read-back: what was written reads differently.
 * - error: the device failed.
 */
export type TransportFailure = 'unreachable' | 'full' | 'read-only' | 'refused' | 'read-back' | 'error';

/** Something lying ready for us. `id` is the hash its name bears; the reader computes the true one from the bytes. */
export type Arrival = {
  readonly id: string;
  readonly size: number;
  /**
   * Whether bytes that are not those of the name may still become them: a file somebody is copying. Otherwise they stay
   * what they are and are set aside like anything that cannot be read.
   */
  readonly mayHeal: boolean;
  readonly read: () => Promise<Result<Uint8Array, TransportFailure>>;
  /**
   * Tells the carrier that the bytes are stored here, or set aside, or not for us. Called only after the COMMIT; without it,
   * or when it fails, they come again, which loses nothing.
   */
  readonly taken: () => Promise<Result<void, TransportFailure>>;
};

/** What a carrier has for us. `more`: there may be more once these were taken in. */
export type Arrivals = { readonly items: readonly Arrival[]; readonly cursor: Cursor; readonly more: boolean };

/** Names already taken in; opaque to the caller, kept in memory only. Forgetting it costs a second reading, never a loss. */
export type Cursor = ReadonlySet<string>;

/**
 * A carrier of sealed bytes between offices. Nothing else is assumed of it: it may lose, repeat, reorder and delay,
 * and an answer of `put` only means that the carrier has the bytes.
 */
export type Transport = {
  /** Hands over bytes for an office under the hex hash of the bytes. The same id twice is taken once. */
  readonly put: (to: OfficeId, id: string, bytes: Uint8Array) => Promise<Result<void, TransportFailure>>;
  /** Whether exactly these bytes, handed over before, still lie there. */
  readonly holds: (to: OfficeId, id: string, bytes: Uint8Array) => Promise<Result<boolean, TransportFailure>>;
  /** Takes back own bytes that the partner's signed receipt covers. Nobody else's are ever removed. */
  readonly takeBack: (to: OfficeId, id: string) => Promise<Result<void, TransportFailure>>;
  /** What lies ready for `us` beyond `cursor`, and the cursor after all of it was taken in. */
  readonly receive: (us: OfficeId, cursor: Cursor) => Promise<Result<Arrivals, TransportFailure>>;
  /** Hands over one encrypted chunk of a file under the hex hash of its bytes; one that lies there damaged is replaced. */
  readonly putChunk: (to: OfficeId, hash: string, bytes: Uint8Array) => Promise<Result<void, TransportFailure>>;
  /** Which of the chunks handed over for an office need not be handed over again, by name only. */
  readonly hasChunks: (
    to: OfficeId,
    hashes: readonly string[],
  ) => Promise<Result<ReadonlySet<string>, TransportFailure>>;
  /** Which of the chunks an office hands over to us lie ready, by name only. */
  readonly chunksFrom: (
    from: OfficeId,
    hashes: readonly string[],
  ) => Promise<Result<ReadonlySet<string>, TransportFailure>>;
  /** A chunk's bytes, or undefined when it is not there. The caller checks the hash. */
  readonly getChunk: (from: OfficeId, hash: string) => Promise<Result<Uint8Array | undefined, TransportFailure>>;
  /** Tells the carrier that a chunk an office handed over is stored here or not wanted: it need not keep the bytes for us. */
  readonly chunkTaken: (from: OfficeId, hash: string) => Promise<Result<void, TransportFailure>>;
  /** Tells the carrier that a chunk is not what its name says: where it cannot be replaced as it lies, it is thrown away. */
  readonly chunkDamaged: (from: OfficeId, hash: string) => Promise<Result<void, TransportFailure>>;
  /** Hashes of the chunks that lie there to be taken back, whoever handed them over; none on a carrier that keeps everything. */
  readonly lyingChunks: () => Promise<Result<readonly string[], TransportFailure>>;
  /** Takes back an own chunk. The caller has the signed receipt of everybody it lies there for. */
  readonly takeBackChunk: (hash: string) => Promise<Result<void, TransportFailure>>;
  /** Removes what killed writers left unfinished more than a day ago (`now` in milliseconds since 1970); answers how many. */
  readonly clearUnfinished: (now: number) => Promise<Result<number, TransportFailure>>;
};
