import { canonicalJson, type Json, type JsonObject } from '#shared/base/canonical-json.ts';
import type { BodyHash } from '#shared/base/ids.ts';
import type { SuiteId } from './entry.ts';
import type { Hashing } from './ports.ts';
import { isRecord, parseJson } from './read-json.ts';
import { utf8 } from './text-bytes.ts';

/** A body as it is stored and sent: text and the hash an entry's header names. */
export type Body = { readonly text: string; readonly hash: BodyHash };

const saltShape = /^[0-9a-f]{32}$/;

/** Hex of bytes, lower case. */
export function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** Hash of a body's text, in the suite of the entry whose body it is. */
export function bodyHash(text: string, hashing: Hashing, suite?: SuiteId): BodyHash {
  return hashing.hash(utf8(text), suite) as BodyHash;
}

/**
 * Makes a body from its content and 16 random bytes. The salt keeps somebody who holds only the hash from guessing a
 * short content such as a name or an ID number after the body was erased. `suite` is that of the entry.
 */
export function makeBody(content: JsonObject, salt: Uint8Array, hashing: Hashing, suite?: SuiteId): Body {
  if (salt.length !== 16) throw new Error('a salt has 16 bytes');
  const text = canonicalJson({ content, salt: hex(salt) });
  return { text, hash: bodyHash(text, hashing, suite) };
}

/** The content of a body's text; undefined when the text is not a body. */
export function readBody(text: string): JsonObject | undefined {
  const value = parseJson(text);
  if (!isRecord(value) || Object.keys(value).length !== 2) return undefined;
  const { content, salt } = value as { content?: Json; salt?: Json };
  if (typeof salt !== 'string' || !saltShape.test(salt)) return undefined;
  return isRecord(content) ? content : undefined;
}
