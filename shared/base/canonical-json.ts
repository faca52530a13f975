/** What canonical JSON may hold here: no floats, no undefined, no dates. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** An object of canonical JSON. */
export type JsonObject = { readonly [key: string]: Json };

function member(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error('canonical JSON holds safe integers only');
    return String(value === 0 ? 0 : value);
  }
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(member).join(',')}]`;
  const record = value as JsonObject;
  // RFC 8785 sorts by UTF-16 code units, which is what the default string comparison does.
  const keys = Object.keys(record).sort();
  return `{${keys.map((key) => `${JSON.stringify(key.normalize('NFC'))}:${member(record[key] as Json)}`).join(',')}}`;
}

/**
 * Writes `value` in the canonical form of RFC 8785: sorted keys, no white space, strings in NFC, integers only.
 * The same value always gives the same text. Throws on floats and lone surrogates, which no caller may produce.
 */
export function canonicalJson(value: Json): string {
  const text = member(value);
  if (!text.isWellFormed()) throw new Error('canonical JSON holds well-formed Unicode only');
  return text;
}
