import { diffieHellman, scryptSync } from 'node:crypto';
import { err, ok, type Result } from '#shared/base/result.ts';
import { aesDecrypt, aesEncrypt } from './aes-gcm.ts';
import { hkdf } from './hkdf.ts';
import { keyPairFrom, publicKeyObject, secretKeyObject } from './raw-keys.ts';
import { suiteOne } from './suite-one.ts';

/** The part of the machine's cryptography that gave a wrong answer or none; the program must not run on it. */
export type UnfitCrypto = { readonly code: 'crypto-unfit'; readonly part: string };

/** Published answers: FIPS 180-4 (abc), RFC 5869 case 1, RFC 8032 test 2, RFC 7748 6.1, GCM test case 16, RFC 7914 12. */
const vectors = {
  abc: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  hkdf: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
  signingSecret: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
  signature:
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  sealingSecret: '5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb',
  otherPublic: '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a',
  shared: '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742',
  gcmKey: 'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308',
  gcmNonce: 'cafebabefacedbaddecaf888',
  gcmAad: 'feedfacedeadbeeffeedfacedeadbeefabaddad2',
  gcmPlain:
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
  gcmSealed:
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b',
  scrypt:
    '77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906',
} as const;

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const spelled = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function signs(): boolean {
  const keys = keyPairFrom('ed25519', hex(vectors.signingSecret));
  const signature = suiteOne.signing(keys).sign(hex('72'));
  return (
    spelled(signature) === vectors.signature &&
    suiteOne.verify(keys.publicKey, hex('72'), signature) &&
    !suiteOne.verify(keys.publicKey, hex('73'), signature)
  );
}

function agrees(): boolean {
  const keys = keyPairFrom('x25519', hex(vectors.sealingSecret));
  const publicKey = publicKeyObject('x25519', hex(vectors.otherPublic).toString('base64url'));
  if (!publicKey) return false;
  const privateKey = secretKeyObject('x25519', keys.secretKey);
  return spelled(diffieHellman({ privateKey, publicKey })) === vectors.shared;
}

function encrypts(): boolean {
  const [key, nonce, aad] = [hex(vectors.gcmKey), hex(vectors.gcmNonce), hex(vectors.gcmAad)];
  const sealed = aesEncrypt(key, nonce, aad, hex(vectors.gcmPlain));
  const opened = aesDecrypt(key, nonce, aad, sealed);
  const altered = Buffer.from(sealed);
  altered[0] = (altered[0] ?? 0) ^ 1;
  return (
    spelled(sealed) === vectors.gcmSealed &&
    opened !== undefined &&
    spelled(opened) === vectors.gcmPlain &&
    aesDecrypt(key, nonce, aad, altered) === undefined
  );
}

function derives(): boolean {
  const salt = hex('000102030405060708090a0b0c');
  return spelled(hkdf(Buffer.alloc(22, 0x0b), salt, hex('f0f1f2f3f4f5f6f7f8f9'), 42)) === vectors.hkdf;
}

/** Every primitive the product relies on, by name. */
export const cryptoParts: Readonly<Record<string, () => boolean>> = {
  'sha-256': () => suiteOne.hash(Buffer.from('abc')) === vectors.abc,
  'hkdf-sha-256': derives,
  ed25519: signs,
  x25519: agrees,
  'aes-256-gcm': encrypts,
  scrypt: () => spelled(scryptSync('', '', 64, { N: 16, r: 1, p: 1 })) === vectors.scrypt,
};

/**
 * Asks the machine's cryptography for published answers. Run it before anything is read or written: the library under
 * Electron is another one than under Node.
 */
export function selfTest(parts = cryptoParts): Result<void, UnfitCrypto> {
  for (const [part, fits] of Object.entries(parts)) {
    let fit = false;
    try {
      fit = fits();
    } catch {
      // A missing algorithm throws; either way this part cannot be used.
    }
    if (!fit) return err({ code: 'crypto-unfit', part });
  }
  return ok(undefined);
}
