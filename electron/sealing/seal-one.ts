import { createHash, diffieHellman, type KeyObject } from 'node:crypto';
import { aesDecrypt, aesEncrypt } from './aes-gcm.ts';
import { hkdf } from './hkdf.ts';
import { keyPairFrom, publicKeyObject, secretKeyObject } from './raw-keys.ts';
import { openBy, type SealScheme, sealBy } from './seal.ts';
import type { SealRecipient } from './seal-header.ts';
import type { Suite } from './suite.ts';

const noNonce = new Uint8Array(12);

/**
 * The key that wraps the content key for one recipient. It follows from a fresh ephemeral key, so it is used once and
 * its nonce may be fixed. Undefined for a public key without a sound shared secret.
 */
function wrappingKey(own: KeyObject, other: string, ephemeral: string, recipient: string): Uint8Array | undefined {
  const otherKey = publicKeyObject('x25519', other);
  if (!otherKey) return undefined;
  try {
    const shared = diffieHellman({ privateKey: own, publicKey: otherKey });
    if (shared.every((byte) => byte === 0)) return undefined;
    return hkdf(shared, Buffer.from(`${ephemeral}\n${recipient}`), 'xieban-seal-v1');
  } catch {
    return undefined;
  }
}

/** X25519 with HKDF-SHA256 to each recipient from one ephemeral key, AES-256-GCM. */
const scheme: SealScheme = {
  id: 's1',
  hash: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  encrypt: aesEncrypt,
  decrypt: aesDecrypt,
  wrap: (contentKey, recipients, random) => {
    const ephemeral = keyPairFrom('x25519', random.bytes(32));
    const secret = secretKeyObject('x25519', ephemeral.secretKey);
    const wraps: SealRecipient[] = [];
    for (const { publicKey, keyId } of recipients) {
      const wrapping = wrappingKey(secret, publicKey, ephemeral.publicKey, publicKey);
      if (!wrapping) return undefined;
      const wrapped = Buffer.from(aesEncrypt(wrapping, noNonce, Buffer.from(keyId), contentKey));
      wraps.push({ key: keyId, wrapped: wrapped.toString('base64url') });
    }
    return { ephemeral: ephemeral.publicKey, recipients: wraps };
  },
  unwrap: ({ ephemeral = '' }, { key, wrapped }, pair) => {
    const secret = secretKeyObject('x25519', pair.secretKey);
    const wrapping = wrappingKey(secret, ephemeral, ephemeral, pair.publicKey);
    return wrapping && aesDecrypt(wrapping, noNonce, Buffer.from(key), Buffer.from(wrapped, 'base64url'));
  },
};

/** Seals with suite 1. */
export const seal: Suite['seal'] = (about, bytes, recipients, random) =>
  sealBy(scheme, about, bytes, recipients, random);

/** Opens what suite 1 sealed. */
export const openSeal: Suite['open'] = (sealed, keys) => openBy(scheme, sealed, keys);
