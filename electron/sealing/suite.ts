import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { Random } from '#shared/base/ports.ts';
import type { Result } from '#shared/base/result.ts';
import type { SuiteId } from '#shared/protocol/entry.ts';

/** A key pair as raw bytes in base64url. The secret part never leaves the device that made it. */
export type KeyPair = { readonly publicKey: string; readonly secretKey: string };

/** Signs with one device's or office's key. */
export type Signing = { readonly sign: (bytes: Uint8Array) => Uint8Array; readonly publicKey: string };

/**
 * Why sealed bytes could not be opened. `newer`: of a form or a suite this program does not know. `other-suite`: sealed
 * with the suite it was not asked of. `not-for-us`: no key of ours is among the recipients.
 */
export type OpenSealFailure = {
  readonly code: 'seal-malformed' | 'seal-newer' | 'seal-other-suite' | 'seal-not-for-us' | 'seal-tampered';
};

/** A recipient's key is malformed or unsound; the card that brought it must not be used. */
export type SealFailure = { readonly code: 'seal-bad-recipient' };

/** What was inside: the readable part of the header and the bytes. */
export type Opened = { readonly about: JsonObject; readonly bytes: Uint8Array };

/**
 * One set of cryptographic algorithms behind one interface. All keys are base64url of raw bytes, and a public key shows
 * its suite by its length: 32 bytes in suite 1, a compressed point of 33 in suite 2. A signature has 64 bytes in both.
 */
export type Suite = {
  readonly id: SuiteId;
  /** Lower-case hex of the hash. `suite`: of which suite, where one reads both (`suiteOf`); its own when left out. */
  readonly hash: (bytes: Uint8Array, suite?: SuiteId) => string;
  readonly makeSigningKeys: (random: Random) => KeyPair;
  readonly makeSealingKeys: (random: Random) => KeyPair;
  readonly signing: (keys: KeyPair) => Signing;
  /** False on any malformed key or signature; never throws. */
  readonly verify: (publicKey: string, bytes: Uint8Array, signature: Uint8Array) => boolean;
  /**
   * Seals `bytes` to every recipient key: magic line, canonical JSON header line, ciphertext. `about` is readable by
   * whoever carries it and is bound to the ciphertext; it names offices at most.
   */
  readonly seal: (
    about: JsonObject,
    bytes: Uint8Array,
    recipients: readonly string[],
    random: Random,
  ) => Result<Uint8Array, SealFailure>;
  /** What a carrier can read of sealed bytes of any known suite. Nothing of it is proved before they are opened. */
  readonly sealedAbout: (sealed: Uint8Array) => Result<JsonObject, OpenSealFailure>;
  readonly open: (sealed: Uint8Array, keys: readonly KeyPair[]) => Result<Opened, OpenSealFailure>;
  /** Encrypts under a 32-byte key with a 12-byte nonce that is never used twice; the tag is the last 16 bytes. */
  readonly encrypt: (key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plain: Uint8Array) => Uint8Array;
  /** Undefined when the bytes are not what was encrypted. */
  readonly decrypt: (key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, bytes: Uint8Array) => Uint8Array | undefined;
};
