import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { Signing } from '#shared/protocol/ports.ts';
import { toBase64Url } from '#shared/protocol/text-bytes.ts';
import type { SimCrypto } from './stub-crypto.ts';

const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** An Ed25519 key from a text, the same every time. For tests only. */
export function testSigning(seed: string): Signing {
  const secret = createHash('sha256').update(seed).digest();
  const key = createPrivateKey({ key: Buffer.concat([privatePrefix, secret]), format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length);
  return { publicKey: toBase64Url(raw), sign: (bytes) => sign(null, bytes, key) };
}

/** SHA-256 and Ed25519 of Node, with keys made from texts. */
export const realCrypto: SimCrypto = {
  hashing: { hash: (bytes) => createHash('sha256').update(bytes).digest('hex') },
  verifying: {
    verify: (publicKey, bytes, signature) => {
      const raw = Buffer.from(publicKey, 'base64url');
      if (raw.length !== 32 || signature.length !== 64) return false;
      const key = createPublicKey({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' });
      return verify(null, bytes, key, signature);
    },
  },
  signing: testSigning,
};
