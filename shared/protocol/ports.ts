/** Hashing of the suite in use. */
export type Hashing = {
  /** Lower-case hex of the hash (SHA-256 in suite s1). */
  readonly hash: (bytes: Uint8Array) => string;
};

/** Signs with one device's or office's key. */
export type Signing = {
  readonly sign: (bytes: Uint8Array) => Uint8Array;
  /** base64url of the raw public key. */
  readonly publicKey: string;
};

/** Checks signatures. */
export type Verifying = {
  /** False on any malformed key or signature; never throws. */
  readonly verify: (publicKey: string, bytes: Uint8Array, signature: Uint8Array) => boolean;
};
