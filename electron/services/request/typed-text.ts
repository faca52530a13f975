import type { Json } from '#shared/base/canonical-json.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { safeText } from '#shared/domain/party/safe-text.ts';
import { badField } from './refusals.ts';

/** Fields that hold several lines; in all others a line break becomes a space. */
const multiline: ReadonlySet<string> = new Set([
  ...['text', 'reason', 'note', 'questions', 'proves', 'special', 'course', 'needsMore', 'suspected', 'defects'],
]);

/** Most characters of one field, whatever its own limit. */
const longest = 20_000;

/** What typed text was cleaned to, and the codes of what was removed from it. */
export type Cleaned<T> = { readonly value: T; readonly removed: readonly string[] };

type Gathered = { readonly removed: Set<string>; readonly max: number; fault: Failure | undefined };

function cleanString(text: string, key: string, path: string, gathered: Gathered): string {
  const safe = safeText(text, { max: gathered.max, multiline: multiline.has(key) });
  if (!safe.ok) {
    gathered.fault ??= badField(safe.error.code, path);
    return '';
  }
  for (const warning of safe.value.warnings) gathered.removed.add(warning.code);
  return safe.value.text;
}

function clean(value: unknown, key: string, path: string, gathered: Gathered): unknown {
  if (typeof value === 'string') return cleanString(value, key, path, gathered);
  if (Array.isArray(value)) return value.map((item, index) => clean(item, key, `${path}.${index}`, gathered));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, part]) => [
    name,
    clean(part, name, path === '' ? name : `${path}.${name}`, gathered),
  ]);
  return Object.fromEntries(entries) as Readonly<Record<string, Json>>;
}

/** A schema of the contract, as far as cleaning needs it. */
type Schema<T> = {
  readonly safeParse: (value: unknown) =>
    | { readonly success: true; readonly data: T }
    | {
        readonly success: false;
        readonly error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] };
      };
};

/**
 * Cleans every text a person typed into a letter (control characters, direction overrides, characters of no width) and
 * checks the result again, because a name of such characters alone is no name.
 */
export function cleanTyped<T>(value: T, schema: Schema<T>): Result<Cleaned<T>, Failure> {
  const gathered: Gathered = { removed: new Set(), max: longest, fault: undefined };
  const cleaned = clean(value, '', '', gathered);
  if (gathered.fault) return err(gathered.fault);
  const read = schema.safeParse(cleaned);
  if (read.success) return ok({ value: read.data, removed: [...gathered.removed].toSorted() });
  const path = read.error.issues[0]?.path.map(String).join('.') ?? '';
  return err(badField('text.nothing-left', path));
}

/** Cleans one text; a required one must not be empty afterwards. */
export function cleanText(text: string, field: string, required = false): Result<string, Failure> {
  const safe = safeText(text, { max: longest, multiline: true });
  if (!safe.ok) return err(badField(safe.error.code, field));
  return required && safe.value.text === '' ? err(badField('text.nothing-left', field)) : ok(safe.value.text);
}

/** What a partner wrote, fit to be shown: nothing in it can turn the text around it or hide in it. Its proof stays the entry. */
export function cleanShown<T extends object>(value: T): T {
  // Cleaning keeps every key and only replaces texts by texts.
  return clean(value, '', '', { removed: new Set(), max: Number.MAX_SAFE_INTEGER, fault: undefined }) as T;
}
