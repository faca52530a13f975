import { canonicalJson, type JsonObject } from '#shared/base/canonical-json.ts';
import type { Random } from '#shared/base/ports.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { readSealHeader, type SealHeader, type SealRecipient, type SealWraps } from './seal-header.ts';
import type { KeyPair, Opened, OpenSealFailure, SealFailure, Suite } from './suite.ts';

/** What a suite brings to the form all seals share. */
export type SealScheme = Pick<Suite, 'id' | 'hash' | 'encrypt' | 'decrypt'> & {
  /** Wraps the content key for every recipient, named by `keyId`; undefined when one of the keys is unsound. */
  readonly wrap: (
    contentKey: Uint8Array,
    recipients: readonly { readonly publicKey: string; readonly keyId: string }[],
    random: Random,
  ) => SealWraps | undefined;
  /** The content key out of one wrap; undefined when the wrap is not for this pair. */
  readonly unwrap: (header: SealHeader, recipient: SealRecipient, pair: KeyPair) => Uint8Array | undefined;
};

const magic = Buffer.from('xieban-bundle-v1\n', 'utf8');
const maxHeaderBytes = 65_536;
const contentKeyBytes = 32;

/** Names a sealing key in a header without naming its office. */
function keyIdOf(scheme: SealScheme, publicKey: string): string {
  return scheme.hash(Buffer.from(`xieban-sealing-key-v1\n${publicKey}`, 'utf8')).slice(0, 32);
}

/** Seals bytes to several keys: magic line, canonical JSON header line, ciphertext. The lines are associated data. */
export function sealBy(
  scheme: SealScheme,
  about: JsonObject,
  bytes: Uint8Array,
  recipients: readonly string[],
  random: Random,
): Result<Uint8Array, SealFailure> {
  const contentKey = random.bytes(contentKeyBytes);
  const nonce = random.bytes(12);
  const named = recipients.map((publicKey) => ({ publicKey, keyId: keyIdOf(scheme, publicKey) }));
  const wraps = named.length > 0 ? scheme.wrap(contentKey, named, random) : undefined;
  if (!wraps) return err({ code: 'seal-bad-recipient' });
  const header = { v: 1, suite: scheme.id, about, nonce: Buffer.from(nonce).toString('base64url'), ...wraps };
  const lines = Buffer.concat([magic, Buffer.from(`${canonicalJson(header)}\n`, 'utf8')]);
  if (lines.length > maxHeaderBytes) throw new Error('a seal header holds office codes, not content');
  return ok(Buffer.concat([lines, scheme.encrypt(contentKey, nonce, lines, bytes)]));
}

type Parts = { readonly lines: Buffer; readonly header: SealHeader; readonly rest: Buffer };

/** Splits sealed bytes of any known suite into their two lines and the ciphertext. */
function splitSealed(sealed: Uint8Array): Result<Parts, OpenSealFailure> {
  const buffer = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
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

/** The header of sealed bytes of any known suite. Nothing of it is proved before they are opened. */
export function sealedHeader(sealed: Uint8Array): Result<Pick<SealHeader, 'about' | 'suite'>, OpenSealFailure> {
  const parts = splitSealed(sealed);
  return parts.ok ? ok(parts.value.header) : parts;
}

/** Reads what a carrier may see of sealed bytes of any known suite, without opening them. */
export function sealedAbout(sealed: Uint8Array): Result<JsonObject, OpenSealFailure> {
  const header = sealedHeader(sealed);
  return header.ok ? ok(header.value.about) : header;
}

/** Opens sealed bytes with whichever of our keys is among the recipients. Never throws on hostile bytes. */
export function openBy(
  scheme: SealScheme,
  sealed: Uint8Array,
  keys: readonly KeyPair[],
): Result<Opened, OpenSealFailure> {
  const parts = splitSealed(sealed);
  if (!parts.ok) return parts;
  const { header, lines, rest } = parts.value;
  if (header.suite !== scheme.id) return err({ code: 'seal-other-suite' });
  const nonce = Buffer.from(header.nonce, 'base64url');
  let ours = false;
  for (const pair of keys) {
    const id = keyIdOf(scheme, pair.publicKey);
    const recipient = header.recipients.find((candidate) => candidate.key === id);
    if (!recipient) continue;
    ours = true;
    const contentKey = scheme.unwrap(header, recipient, pair);
    const whole = contentKey?.length === contentKeyBytes;
    const bytes = whole ? scheme.decrypt(contentKey, nonce, lines, rest) : undefined;
    if (bytes) return ok({ about: header.about, bytes });
  }
  return err({ code: ours ? 'seal-tampered' : 'seal-not-for-us' });
}
