import { canonicalJson, type Json, type JsonObject } from '#shared/base/canonical-json.ts';

const deepest = 40;

function fits(value: unknown, depth: number): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0);
  if (depth > deepest || typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every((item) => fits(item, depth + 1));
  return Object.values(value).every((item) => fits(item, depth + 1));
}

/** True for a JSON object (no array, not null). */
export function isRecord(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads JSON that holds integers only and is at most 40 levels deep; undefined otherwise. */
export function parseJson(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return fits(value, 0) ? value : undefined;
  } catch {
    return undefined;
  }
}

function sorted(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(sorted);
  let before = '';
  for (const [key, member] of Object.entries(value)) {
    if (key < before || !sorted(member)) return false;
    before = key;
  }
  return true;
}

/**
 * The fast way to see that a text is canonical: the engine writes a parsed object in the order it read the keys, so equal
 * texts with sorted keys leave only the Unicode form to check. Keys that look like numbers fail here and are compared slowly.
 */
function isWrittenSo(value: JsonObject, text: string): boolean {
  return JSON.stringify(value) === text && sorted(value) && text.normalize('NFC') === text;
}

/**
 * Reads a JSON object that stands in canonical form (RFC 8785, NFC), so that one value has one text and one hash.
 * Duplicate keys, floats, white space or unsorted keys make it undefined.
 */
export function parseCanonical(text: string): JsonObject | undefined {
  const value = parseJson(text);
  if (!isRecord(value) || !text.isWellFormed()) return undefined;
  return isWrittenSo(value, text) || canonicalJson(value) === text ? value : undefined;
}
