import { sha256 as sha256Bytes } from '@noble/hashes/sha2.js';
import { sm2, sm3 } from 'sm-crypto-v2';
import { suiteOfKey } from '#shared/protocol/device-key.ts';
import type { ProofSuite } from '#shared/protocol/proof/proof-verdict.ts';
import { fromBase64Url } from '#shared/protocol/text-bytes.ts';

/** A signature of suite 1 that the browser has not answered for yet. */
type Question = { readonly key: Uint8Array<ArrayBuffer>; readonly bytes: Uint8Array; readonly signature: Uint8Array };

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 in one go: the page checks chains of hashes, and the browser hands its own hash out only by and by. */
const sha256 = (bytes: Uint8Array): string => hex(sha256Bytes(bytes));

async function ask({ key, bytes, signature }: Question): Promise<boolean> {
  try {
    const imported = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', imported, Uint8Array.from(signature), Uint8Array.from(bytes));
  } catch {
    // Bytes that are no point of the curve.
    return false;
  }
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Whether this browser checks Ed25519 at all: the first test of RFC 8032, 7.1. Old ones would call every proof wrong. */
export function canCheck(): Promise<boolean> {
  const key = bytesOf('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
  const signature = bytesOf(
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  );
  return ask({ key, bytes: new Uint8Array(), signature });
}

/** SM2 over SM3 with the usual identity, as GB/T 32918.2 has it; false on anything malformed. */
function verifySm2(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const raw = fromBase64Url(publicKey);
  if (raw?.length !== 33 || signature.length !== 64) return false;
  try {
    const point = sm2.precomputePublicKey(hex(raw));
    const z = sm2.getZ(point.toHex(false).slice(2));
    const message = new Uint8Array(z.length + bytes.length);
    message.set(z);
    message.set(bytes, z.length);
    return sm2.doVerifySignature(sm2.hexToArray(sm3(message)), hex(signature), point);
  } catch {
    return false;
  }
}

/** Both suites in a browser, and what the browser has to be asked before an answer counts. */
export type BrowserSuites = {
  readonly suites: { readonly s1: ProofSuite; readonly s2: ProofSuite };
  /** Asks the browser about every signature that came up since the last time; answers how many there were. */
  readonly settle: () => Promise<number>;
};

/**
 * The browser checks Ed25519 by and by, the proof in one go: a signature that is not known yet is taken for good, noted and
 * asked for, and the proof is checked again until nothing new comes up.
 */
export function browserSuites(): BrowserSuites {
  const answers = new Map<string, boolean>();
  const open = new Map<string, Question>();
  const verifyOne = (publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean => {
    const raw = fromBase64Url(publicKey);
    if (raw?.length !== 32 || signature.length !== 64) return false;
    const name = `${publicKey} ${sha256(bytes)} ${hex(signature)}`;
    const known = answers.get(name);
    if (known === undefined) open.set(name, { key: Uint8Array.from(raw), bytes, signature });
    return known ?? true;
  };
  const suite = (own: 's1' | 's2'): ProofSuite => ({
    hash: (bytes, of = own) => (of === 's2' ? sm3(bytes) : sha256(bytes)),
    verify: (publicKey, bytes, signature) =>
      (suiteOfKey(publicKey) === 's2' ? verifySm2 : verifyOne)(publicKey, bytes, signature),
  });
  return {
    suites: { s1: suite('s1'), s2: suite('s2') },
    settle: async () => {
      const asked = [...open];
      open.clear();
      for (const [name, question] of asked) answers.set(name, await ask(question));
      return asked.length;
    },
  };
}
