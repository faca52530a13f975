import { canonicalJson, type JsonObject } from '#shared/base/canonical-json.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { SuiteId } from '#shared/protocol/entry.ts';
import type { OpenSealFailure } from './suite.ts';

/** One recipient: the id of its sealing key and the content key wrapped for it (base64url). */
export type SealRecipient = { readonly key: string; readonly wrapped: string };

/** The header line of sealed bytes. `about` is readable by whoever carries them. */
export type SealHeader = {
  readonly v: 1;
  readonly suite: SuiteId;
  readonly about: JsonObject;
  /** base64url of the raw ephemeral X25519 public key. */
  readonly ephemeral: string;
  /** base64url of 12 bytes. */
  readonly nonce: string;
  readonly recipients: readonly SealRecipient[];
};

const maxRecipients = 64;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecipient(value: unknown): value is SealRecipient {
  return (
    isObject(value) &&
    typeof value['key'] === 'string' &&
    /^[0-9a-f]{32}$/.test(value['key']) &&
    typeof value['wrapped'] === 'string' &&
    /^[\w-]{64}$/.test(value['wrapped'])
  );
}

function isHeader(value: unknown): value is SealHeader {
  if (!isObject(value) || Object.keys(value).length !== 6) return false;
  const { v, suite, about, ephemeral, nonce, recipients } = value;
  return (
    v === 1 &&
    suite === 's1' &&
    isObject(about) &&
    typeof ephemeral === 'string' &&
    /^[\w-]{43}$/.test(ephemeral) &&
    typeof nonce === 'string' &&
    /^[\w-]{16}$/.test(nonce) &&
    Array.isArray(recipients) &&
    recipients.length > 0 &&
    recipients.length <= maxRecipients &&
    recipients.every(isRecipient)
  );
}

function isCanonical(value: SealHeader, text: string): boolean {
  try {
    return canonicalJson(value) === text;
  } catch {
    // Floats, lone surrogates: legal JSON that nobody writes canonically.
    return false;
  }
}

/** Reads a header line strictly: known shape, canonical spelling, nothing else. */
export function readSealHeader(text: string): Result<SealHeader, OpenSealFailure> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err({ code: 'seal-malformed' });
  }
  if (isHeader(value)) return isCanonical(value, text) ? ok(value) : err({ code: 'seal-malformed' });
  const foreign = isObject(value) && ((typeof value['v'] === 'number' && value['v'] > 1) || value['suite'] === 's2');
  return err({ code: foreign ? 'seal-newer' : 'seal-malformed' });
}
