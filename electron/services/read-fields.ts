/** Facts or content of an entry as they lie in it; undefined when the body was withheld or erased. */
export type Fields = Readonly<Record<string, unknown>> | undefined;

/** Text under a key; '' when there is none. */
export function readText(fields: Fields, key: string): string {
  const value = fields?.[key];
  return typeof value === 'string' ? value : '';
}

/** Text under a key; null when there is none or it is empty. */
export function readTextOrNull(fields: Fields, key: string): string | null {
  const text = readText(fields, key);
  return text === '' ? null : text;
}

/** A number under a key; null when there is none. */
export function readNumber(fields: Fields, key: string): number | null {
  const value = fields?.[key];
  return typeof value === 'number' ? value : null;
}

/** Whether a key holds true. */
export function readFlag(fields: Fields, key: string): boolean {
  return fields?.[key] === true;
}

/** The texts of a list under a key. */
export function readTexts(fields: Fields, key: string): readonly string[] {
  const value = fields?.[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Whether a value is an object with named fields. */
function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object under a key. */
export function readObject(fields: Fields, key: string): Fields {
  const value = fields?.[key];
  return isFields(value) ? value : undefined;
}

/** The objects of a list under a key. */
export function readObjects(fields: Fields, key: string): readonly Readonly<Record<string, unknown>>[] {
  const value = fields?.[key];
  return Array.isArray(value) ? value.filter(isFields) : [];
}
