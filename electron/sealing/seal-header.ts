import { canonicalJson, type JsonObject } from '#shared/base/canonical-json.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { SuiteId } from '#shared/protocol/entry.ts';
import type { OpenSealFailure } from './suite.ts';

/** One recipient: the id of its sealing key and the content key wrapped for it (base64url). */
export type SealRecipient = { readonly key: string; readonly wrapped: string };

/** What a suite adds to a header. `ephemeral`: base64url of a raw public key all wraps share, in suite 1 alone. */
export type SealWraps = { readonly ephemeral?: string; readonly recipients: readonly SealRecipient[] };

/** The header line of sealed bytes. `about` is readable by whoever carries them. */
export type SealHeader = SealWraps & {
  readonly v: 1;
  readonly suite: SuiteId;
  readonly about: JsonObject;
  /** base64url of 12 bytes. */
  readonly nonce: string;
};

/** Suite 1: an X25519 key and wraps of 48 bytes. Suite 2: each wrap brings a point of its own, 129 bytes. */
const forms = {
  s1: { ephemeral: /^[\w-]{43}$/, wrapped: /^[\w-]{64}$/ },
  s2: { ephemeral: undefined, wrapped: /^[\w-]{172}$/ },
} as const satisfies Record<SuiteId, { ephemeral: RegExp | undefined; wrapped: RegExp }>;

const maxRecipients = 64;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown, form: RegExp): boolean => typeof value === 'string' && form.test(value);

function isRecipient(value: unknown, wrapped: RegExp): boolean {
  return isObject(value) && isText(value['key'], /^[0-9a-f]{32}$/) && isText(value['wrapped'], wrapped);
}

function isHeader(value: unknown): value is SealHeader {
  if (!isObject(value)) return false;
  const { v, suite, about, ephemeral, nonce, recipients } = value;
  if (suite !== 's1' && suite !== 's2') return false;
  const form = forms[suite];
  return (
    v === 1 &&
    Object.keys(value).length === (form.ephemeral ? 6 : 5) &&
    isObject(about) &&
    (form.ephemeral === undefined || isText(ephemeral, form.ephemeral)) &&
    isText(nonce, /^[\w-]{16}$/) &&
    Array.isArray(recipients) &&
    recipients.length > 0 &&
    recipients.length <= maxRecipients &&
    recipients.every((recipient) => isRecipient(recipient, form.wrapped))
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

/** A form or a suite of a later program, named where every program names it. */
function isNewer(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { v, suite } = value;
  const later = typeof suite === 'string' && /^s[1-9]\d*$/.test(suite) && !Object.hasOwn(forms, suite);
  return (typeof v === 'number' && v > 1) || later;
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
  return err({ code: isNewer(value) ? 'seal-newer' : 'seal-malformed' });
}
