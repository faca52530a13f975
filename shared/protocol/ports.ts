import type { SuiteId } from './entry.ts';

/** Hashing by suite. */
export type Hashing = {
  /**
   * Lower-case hex of the hash, 32 bytes: SHA-256 in suite s1, SM3 in s2. `suite` is that of what is hashed where another
   * office may have made it; left out, it is the suite this office writes with.
   */
  readonly hash: (bytes: Uint8Array, suite?: SuiteId) => string;
};

/** Signs with one device's or office's key. */
export type Signing = {
  readonly sign: (bytes: Uint8Array) => Uint8Array;
  /** base64url of the raw public key; its length shows its suite (`suiteOfKey`). */
  readonly publicKey: string;
};

/** Checks signatures. */
export type Verifying = {
  /** Checks with the suite the key is of. False on any malformed key or signature; never throws. */
  readonly verify: (publicKey: string, bytes: Uint8Array, signature: Uint8Array) => boolean;
};
