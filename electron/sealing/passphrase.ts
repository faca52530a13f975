import { scrypt } from 'node:crypto';
import type { Random } from '#shared/base/ports.ts';
import { aesDecrypt, aesEncrypt } from './aes-gcm.ts';

/** Cost of scrypt as it is stored: 2^17, 8, 1 takes 128 MiB and about half a second. */
export type ScryptCost = { readonly n: number; readonly r: number; readonly p: number };

/** A key wrapped under a passphrase. Byte values are base64url. */
export type PassphraseWrap = ScryptCost & {
  readonly kdf: 'scrypt';
  readonly salt: string;
  readonly nonce: string;
  readonly wrapped: string;
};

/** The cost of every new wrap. */
export const passphraseCost: ScryptCost = { n: 131_072, r: 8, p: 1 };

const mostMemory = 512 * 1024 * 1024;
const aad = Buffer.from('xieban-passphrase-wrap-v1');

/** Whether stored costs may be run at all: a forged key file must not hang the machine. */
export function isSaneCost({ n, r, p }: ScryptCost): boolean {
  const whole = [n, r, p].every((value) => Number.isSafeInteger(value) && value >= 1);
  return whole && n >= 2 && (n & (n - 1)) === 0 && p <= 16 && 128 * n * r + 128 * r * p < mostMemory;
}

/** Takes the passphrase as people see it: composed and compatibility forms of a character are one. */
function derive(passphrase: string, salt: Uint8Array, { n, r, p }: ScryptCost): Promise<Buffer> {
  const secret = Buffer.from(passphrase.normalize('NFKC'), 'utf8');
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, 32, { N: n, r, p, maxmem: mostMemory }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** Wraps a key under a passphrase. */
export async function wrapByPassphrase(
  key: Uint8Array,
  passphrase: string,
  random: Random,
  cost: ScryptCost = passphraseCost,
): Promise<PassphraseWrap> {
  const salt = random.bytes(16);
  const nonce = random.bytes(12);
  const wrapped = aesEncrypt(await derive(passphrase, salt, cost), nonce, aad, key);
  const spell = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
  return { kdf: 'scrypt', ...cost, salt: spell(salt), nonce: spell(nonce), wrapped: spell(wrapped) };
}

/** Unwraps a key; undefined when the passphrase is another one. */
export async function unwrapByPassphrase(wrap: PassphraseWrap, passphrase: string): Promise<Uint8Array | undefined> {
  if (!isSaneCost(wrap)) return undefined;
  const secret = await derive(passphrase, Buffer.from(wrap.salt, 'base64url'), wrap);
  return aesDecrypt(secret, Buffer.from(wrap.nonce, 'base64url'), aad, Buffer.from(wrap.wrapped, 'base64url'));
}
