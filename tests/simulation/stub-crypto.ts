import type { Hashing, Signing, Verifying } from '#shared/protocol/ports.ts';
import { fromBase64Url, toBase64Url, utf8 } from '#shared/protocol/text-bytes.ts';

/** Keys and algorithms of one simulated world. */
export type SimCrypto = {
  readonly hashing: Hashing;
  readonly verifying: Verifying;
  readonly signing: (seed: string) => Signing;
};

function mixed(bytes: Uint8Array): Uint32Array {
  const lanes = new Uint32Array(8);
  let h1 = 0x811c9dc5;
  let h2 = 0x9747b28c;
  for (let i = 0; i < bytes.length; i += 1) {
    h1 = Math.imul(h1 ^ (bytes[i] ?? 0), 0x01000193);
    h2 = (h2 + (h1 >>> 7)) | 0;
  }
  for (let i = 0; i < 8; i += 1) {
    h1 = Math.imul(h1 ^ (h1 >>> 15) ^ (i + 1), 0x85ebca6b) ^ h2;
    h2 = Math.imul(h2 ^ (h2 >>> 13) ^ bytes.length, 0xc2b2ae35) ^ (h1 >>> 16);
    lanes[i] = h1 ^ h2;
  }
  return lanes;
}

function stubHash(bytes: Uint8Array): string {
  let text = '';
  for (const lane of mixed(bytes)) text += lane.toString(16).padStart(8, '0');
  return text;
}

function sum(publicKey: string, bytes: Uint8Array): Uint8Array {
  const lanes = mixed(bytes);
  const key = mixed(utf8(publicKey));
  return new Uint8Array(lanes.map((lane, i) => Math.imul(lane ^ (key[i] ?? 0), 0x9e3779b1)).buffer);
}

/**
 * Fast stand-ins that keep what the protocol relies on against faults: another text gives another hash, another key or text
 * another signature. They resist nobody who tries; the run with real cryptography is there for that.
 */
export const stubCrypto: SimCrypto = {
  hashing: { hash: stubHash },
  verifying: {
    verify: (publicKey, bytes, signature) =>
      sum(publicKey, bytes).every((byte, i) => byte === signature[i]) && signature.length === 32,
  },
  signing: (seed) => {
    const publicKey = toBase64Url(new Uint8Array(mixed(utf8(seed)).buffer));
    if (fromBase64Url(publicKey)?.length !== 32) throw new Error('a stub key has 32 bytes');
    return { publicKey, sign: (bytes) => sum(publicKey, bytes) };
  },
};
