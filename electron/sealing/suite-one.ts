import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import { aesDecrypt, aesEncrypt } from './aes-gcm.ts';
import { keyPairFrom, publicKeyObject, secretKeyObject } from './raw-keys.ts';
import { sealedAbout } from './seal.ts';
import { openSeal, seal } from './seal-one.ts';
import type { Suite } from './suite.ts';

const knownKeys = new Map<string, KeyObject>();
const mostKnownKeys = 256;
const signatureBytes = 64;

/** Reading a key costs as much as half a verification; a few hundred devices sign everything an office ever reads. */
function verifyingKey(publicKey: string): KeyObject | undefined {
  const known = knownKeys.get(publicKey);
  if (known) return known;
  const key = publicKeyObject('ed25519', publicKey);
  if (!key) return undefined;
  if (knownKeys.size >= mostKnownKeys) knownKeys.clear();
  knownKeys.set(publicKey, key);
  return key;
}

function verifies(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== signatureBytes) return false;
  try {
    const key = verifyingKey(publicKey);
    return key !== undefined && verify(null, bytes, key, signature);
  } catch {
    // 32 bytes that are no point of the curve.
    return false;
  }
}

/** Suite 1: SHA-256, Ed25519, X25519 with HKDF-SHA256, AES-256-GCM; all of it in Node and in Electron. */
export const suiteOne: Suite = {
  id: 's1',
  hash: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  makeSigningKeys: (random) => keyPairFrom('ed25519', random.bytes(32)),
  makeSealingKeys: (random) => keyPairFrom('x25519', random.bytes(32)),
  signing: ({ publicKey, secretKey }) => {
    const key = secretKeyObject('ed25519', secretKey);
    return { publicKey, sign: (bytes) => sign(null, bytes, key) };
  },
  verify: verifies,
  seal,
  sealedAbout,
  open: openSeal,
  encrypt: aesEncrypt,
  decrypt: aesDecrypt,
};
