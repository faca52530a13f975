import { diffieHellman, scryptSync } from 'node:crypto';
import { err, ok, type Result } from '#shared/base/result.ts';
import { hkdf } from './hkdf.ts';
import { answersOne, answersTwo, type KnownAnswers, sealedWords } from './known-answers.ts';
import { keyPairFrom, publicKeyObject, secretKeyObject } from './raw-keys.ts';
import { sm2Unwrap } from './sm2-wrap.ts';
import { sm4GcmEncrypt } from './sm4-gcm.ts';
import type { Suite } from './suite.ts';
import { suiteOne } from './suite-one.ts';
import { suiteTwo } from './suite-two.ts';

/** The part of the machine's cryptography that gave a wrong answer or none; the program must not run on it. */
export type UnfitCrypto = { readonly code: 'crypto-unfit'; readonly part: string };

/** What is asked, by name: true when the answer was right. One that throws was not. */
export type CryptoParts = Readonly<Record<string, () => boolean>>;

/** Published answers: RFC 5869 case 1, RFC 7748 6.1, RFC 7914 12, RFC 8998 A.1, GB/T 32918.5-2017 C.2. */
const vectors = {
  hkdf: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
  sealingSecret: '5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb',
  otherPublic: '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a',
  shared: '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742',
  scrypt:
    '77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906',
  sm4Key: '0123456789abcdeffedcba9876543210',
  sm4Nonce: '00001234567800000000abcd',
  sm4Aad: 'feedfacedeadbeeffeedfacedeadbeefabaddad2',
  sm4Plain:
    'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccddddddddddddddddeeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa',
  sm4Sealed:
    '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d83de3541e4c2b58177e065a9bf7b62ec',
  sm2Words: 'encryption standard',
  sm2Wrapped:
    '0404ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df059983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd876621886ca989ca9c7d58087307ca93092d651efa',
} as const;

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const spelled = (bytes: Uint8Array | undefined): string => (bytes ? Buffer.from(bytes).toString('hex') : '');

/** The same bytes with one bit of the last byte changed. */
function altered(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[copy.length - 1] = (copy[copy.length - 1] ?? 0) ^ 1;
  return copy;
}

function signs(suite: Suite, known: KnownAnswers): boolean {
  const message = hex(known.message);
  const signature = suite.signing(known).sign(message);
  return (
    spelled(signature) === known.signature &&
    [signature, hex(known.published)].every((one) => suite.verify(known.publicKey, message, one)) &&
    !suite.verify(known.publicKey, message, altered(signature)) &&
    !suite.verify(known.publicKey, altered(message), signature)
  );
}

function encrypts(suite: Suite, known: KnownAnswers): boolean {
  const [key, nonce, aad] = [hex(known.key), hex(known.nonce), hex(known.aad)];
  const encrypted = suite.encrypt(key, nonce, aad, hex(known.plain));
  return (
    spelled(encrypted) === known.encrypted &&
    spelled(suite.decrypt(key, nonce, aad, encrypted)) === known.plain &&
    suite.decrypt(key, nonce, aad, altered(encrypted)) === undefined &&
    suite.decrypt(key, nonce, altered(aad), encrypted) === undefined
  );
}

function opens(suite: Suite, known: KnownAnswers): boolean {
  const sealed = Buffer.from(known.sealed, 'base64url');
  const opened = suite.open(sealed, [known.sealing]);
  return (
    opened.ok &&
    Buffer.from(opened.value.bytes).toString('utf8') === sealedWords &&
    !suite.open(altered(sealed), [known.sealing]).ok &&
    !suite.open(sealed, []).ok
  );
}

function agrees(): boolean {
  const keys = keyPairFrom('x25519', hex(vectors.sealingSecret));
  const publicKey = publicKeyObject('x25519', hex(vectors.otherPublic).toString('base64url'));
  if (!publicKey) return false;
  const privateKey = secretKeyObject('x25519', keys.secretKey);
  return spelled(diffieHellman({ privateKey, publicKey })) === vectors.shared;
}

function derives(): boolean {
  const salt = hex('000102030405060708090a0b0c');
  return spelled(hkdf(Buffer.alloc(22, 0x0b), salt, hex('f0f1f2f3f4f5f6f7f8f9'), 42)) === vectors.hkdf;
}

function encryptsWithSm4(): boolean {
  const [key, nonce, aad] = [hex(vectors.sm4Key), hex(vectors.sm4Nonce), hex(vectors.sm4Aad)];
  return spelled(sm4GcmEncrypt(key, nonce, aad, hex(vectors.sm4Plain))) === vectors.sm4Sealed;
}

function unwrapsWithSm2(): boolean {
  const wrapped = hex(vectors.sm2Wrapped);
  return (
    spelled(sm2Unwrap(answersTwo.secretKey, wrapped)) === Buffer.from(vectors.sm2Words).toString('hex') &&
    sm2Unwrap(answersTwo.secretKey, altered(wrapped)) === undefined
  );
}

/** Every primitive the product relies on, by name, and both suites as they use them. */
export function cryptoParts(one: Suite = suiteOne, two: Suite = suiteTwo): CryptoParts {
  return {
    'sha-256': () => one.hash(Buffer.from('abc')) === answersOne.abc,
    'hkdf-sha-256': derives,
    ed25519: () => signs(one, answersOne),
    x25519: agrees,
    'aes-256-gcm': () => encrypts(one, answersOne),
    'seal-s1': () => opens(one, answersOne),
    scrypt: () => spelled(scryptSync('', '', 64, { N: 16, r: 1, p: 1 })) === vectors.scrypt,
    sm3: () => two.hash(Buffer.from('abc')) === answersTwo.abc,
    'sm2-signature': () => signs(two, answersTwo),
    'sm2-encryption': unwrapsWithSm2,
    'sm4-gcm': () => encryptsWithSm4() && encrypts(two, answersTwo),
    'seal-s2': () => opens(two, answersTwo),
  };
}

/**
 * Asks the machine's cryptography for known answers. Run it before anything is read or written: the library under
 * Electron is another one than under Node.
 */
export function selfTest(parts: CryptoParts): Result<void, UnfitCrypto> {
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

let fitOnce = false;

/** The self-test of this process, once: what answered rightly goes on doing so. */
export function processIsFit(): Result<void, UnfitCrypto> {
  if (fitOnce) return ok(undefined);
  const fit = selfTest(cryptoParts());
  fitOnce = fit.ok;
  return fit;
}
