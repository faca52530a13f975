import { createHash, diffieHellman, type KeyObject } from 'node:crypto';
import { canonicalJson, type JsonObject } from '#shared/base/canonical-json.ts';
import type { Random } from '#shared/base/ports.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { aesDecrypt, aesEncrypt } from './aes-gcm.ts';
import { hkdf } from './hkdf.ts';
import { keyPairFrom, publicKeyObject, secretKeyObject } from './raw-keys.ts';
import { readSealHeader, type SealHeader, type SealRecipient } from './seal-header.ts';
import type { KeyPair, Opened, OpenSealFailure, SealFailure } from './suite.ts';

/** First line of everything sealed. */
export const sealMagic = 'xieban-bundle-v1\n';

const maxHeaderBytes = 65_536;
const noNonce = new Uint8Array(12);

/** Names a sealing key in a header without naming its office. */
export function sealingKeyId(publicKey: string): string {
  return createHash('sha256').update(`xieban-sealing-key-v1\n${publicKey}`).digest('hex').slice(0, 32);
}

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

function wrapFor(recipient: string, ephemeral: KeyPair, contentKey: Uint8Array): SealRecipient | undefined {
  const secret = secretKeyObject('x25519', ephemeral.secretKey);
  const wrapping = wrappingKey(secret, recipient, ephemeral.publicKey, recipient);
  if (!wrapping) return undefined;
  const key = sealingKeyId(recipient);
  const wrapped = Buffer.from(aesEncrypt(wrapping, noNonce, Buffer.from(key), contentKey)).toString('base64url');
  return { key, wrapped };
}

/** Seals bytes to several keys: magic line, canonical JSON header line, ciphertext. The header is associated data. */
export function seal(
  about: JsonObject,
  bytes: Uint8Array,
  recipients: readonly string[],
  random: Random,
): Result<Uint8Array, SealFailure> {
  const contentKey = random.bytes(32);
  const nonce = random.bytes(12);
  const ephemeral = keyPairFrom('x25519', random.bytes(32));
  const wraps: SealRecipient[] = [];
  for (const recipient of recipients) {
    const wrap = wrapFor(recipient, ephemeral, contentKey);
    if (!wrap) return err({ code: 'seal-bad-recipient' });
    wraps.push(wrap);
  }
  if (wraps.length === 0) return err({ code: 'seal-bad-recipient' });
  const header: SealHeader = {
    v: 1,
    suite: 's1',
    about,
    ephemeral: ephemeral.publicKey,
    nonce: Buffer.from(nonce).toString('base64url'),
    recipients: wraps,
  };
  const lines = Buffer.from(`${sealMagic}${canonicalJson(header)}\n`, 'utf8');
  if (lines.length > maxHeaderBytes) throw new Error('a seal header holds office codes, not content');
  return ok(Buffer.concat([lines, aesEncrypt(contentKey, nonce, lines, bytes)]));
}

/** Splits sealed bytes into their two lines and the ciphertext. */
function splitSealed(sealed: Uint8Array): Result<{ lines: Buffer; header: SealHeader; rest: Buffer }, OpenSealFailure> {
  const buffer = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const magic = Buffer.from(sealMagic, 'utf8');
  if (!buffer.subarray(0, magic.length).equals(magic)) {
    const newer = /^xieban-bundle-v\d+\n/.test(buffer.subarray(0, 32).toString('latin1'));
    return err({ code: newer ? 'seal-newer' : 'seal-malformed' });
  }
  const end = buffer.subarray(0, maxHeaderBytes).indexOf(0x0a, magic.length);
  if (end < 0) return err({ code: 'seal-malformed' });
  const header = readSealHeader(buffer.subarray(magic.length, end).toString('utf8'));
  if (!header.ok) return header;
  return ok({ lines: buffer.subarray(0, end + 1), header: header.value, rest: buffer.subarray(end + 1) });
}

/** Reads what a carrier may see of sealed bytes, without opening them. */
export function sealedAbout(sealed: Uint8Array): Result<JsonObject, OpenSealFailure> {
  const parts = splitSealed(sealed);
  return parts.ok ? ok(parts.value.header.about) : parts;
}

/** Opens sealed bytes with whichever of our keys is among the recipients. Never throws on hostile bytes. */
export function openSeal(sealed: Uint8Array, keys: readonly KeyPair[]): Result<Opened, OpenSealFailure> {
  const parts = splitSealed(sealed);
  if (!parts.ok) return parts;
  const { header, lines, rest } = parts.value;
  const nonce = Buffer.from(header.nonce, 'base64url');
  let ours = false;
  for (const pair of keys) {
    const id = sealingKeyId(pair.publicKey);
    const recipient = header.recipients.find((candidate) => candidate.key === id);
    if (!recipient) continue;
    ours = true;
    const secret = secretKeyObject('x25519', pair.secretKey);
    const wrapping = wrappingKey(secret, header.ephemeral, header.ephemeral, pair.publicKey);
    const wrapped = Buffer.from(recipient.wrapped, 'base64url');
    const contentKey = wrapping && aesDecrypt(wrapping, noNonce, Buffer.from(id), wrapped);
    const bytes = contentKey?.length === 32 ? aesDecrypt(contentKey, nonce, lines, rest) : undefined;
    if (bytes) return ok({ about: header.about, bytes });
  }
  return err({ code: ours ? 'seal-tampered' : 'seal-not-for-us' });
}
