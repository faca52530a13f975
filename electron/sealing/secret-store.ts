/**
 * The operating system's keychain, given only where it really protects: a backend such as Chromium's `basic_text`,
 * which encrypts under a password everybody knows, counts as no keychain, and a passphrase is asked for instead.
 */
export type SecretStore = {
  /** Encrypts a key for this user of this machine; null when the keychain refuses. Never rejects. */
  readonly wrap: (key: Uint8Array) => Promise<Uint8Array | null>;
  /** Gives back what `wrap` was given; null when the keychain refuses or is another one. Never rejects. */
  readonly unwrap: (wrapped: Uint8Array) => Promise<Uint8Array | null>;
};
