import type { Json, JsonObject } from '#shared/base/canonical-json.ts';
import { parseOfficeId } from '#shared/base/ids.ts';
import { parseLocalDate } from '#shared/base/local-date.ts';
import { isRecord } from './read-json.ts';

/** Whether a value read from elsewhere is what a field must hold. */
export type Check = (value: Json | undefined) => boolean;

/** A closed object: exactly these fields, each passing its check. */
export type Shape = Readonly<Record<string, Check>>;

/** Text of a form. */
export const matches =
  (form: RegExp): Check =>
  (value) =>
    typeof value === 'string' && form.test(value);

/** Text of at most `most` UTF-16 units. */
export const textUpTo =
  (most: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= most;

/** Whole number from `least`. */
export const from =
  (least: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least;

/** Null or what `check` passes. */
export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

/** At most `most` items, each passing `check`. */
export const list =
  (check: Check, most: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every((item: Json) => check(item));

/** A closed object of that shape. */
export const closed =
  (shape: Shape): Check =>
  (value) =>
    isRecord(value) && hasShape(value, shape);

/** True when `value` has exactly the fields of `shape` (those in `optional` may be missing) and each passes. */
export function hasShape(value: JsonObject, shape: Shape, optional: readonly string[] = []): boolean {
  const known = Object.keys(value).every((key) => Object.hasOwn(shape, key));
  const absent = (key: string): boolean => optional.includes(key) && !Object.hasOwn(value, key);
  return known && Object.entries(shape).every(([key, check]) => absent(key) || check(value[key]));
}

/** An object with any fields: what later versions add. */
export const isOpen: Check = (value) => isRecord(value) && Object.keys(value).length <= 100;

/** Most UTF-16 units of a document that travels inside another. */
const longestDocument = 40_000;

/** A signed document inside another, or null. */
export const documentOrNull: Check = orNull(closed({ text: textUpTo(longestDocument), signature: textUpTo(200) }));

/** Id of an entry. */
export const isEntryId = matches(/^s[12]:[0-9a-f]{64}$/);
/** Hex hash. */
export const isHash = matches(/^[0-9a-f]{64}$/);
/** Device key id. */
export const isDeviceId = matches(/^[0-9a-f]{32}$/);
/** base64url of a raw public key: 32 bytes in suite s1, 33 in s2. */
export const isKey = matches(/^[A-Za-z0-9_-]{43,44}$/);
/** Office code. */
export const isOffice: Check = (value) => typeof value === 'string' && parseOfficeId(value) !== undefined;
/** Date that exists. */
export const isDate: Check = (value) => typeof value === 'string' && parseLocalDate(value) !== undefined;
/** Nonce: 32 hex characters. */
export const isNonce = matches(/^[0-9a-f]{32}$/);
