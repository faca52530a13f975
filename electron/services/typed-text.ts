import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { safeText, type TextShape } from '#shared/domain/party/safe-text.ts';
import { about, type Warning } from '#shared/domain/party/warning.ts';

/** Typed texts made fit to be stored, and what had to be removed from them. */
export type Cleaned<K extends string> = {
  readonly texts: Readonly<Record<K, string>>;
  readonly warnings: readonly Warning[];
};

/** A typed text and how it may look. */
export type Typed = TextShape & { readonly value: string };

/** Makes typed texts fit to be stored; the first that is too long is refused by its field, nothing is ever cut. */
export function cleanTexts<K extends string>(typed: Readonly<Record<K, Typed>>): Result<Cleaned<K>, Failure> {
  const warnings: Warning[] = [];
  const texts: Partial<Record<K, string>> = {};
  // Object.keys forgets the key type; the record was built with these keys and no others.
  for (const field of Object.keys(typed) as K[]) {
    const { value, max, multiline = false } = typed[field];
    const safe = safeText(value, { max, multiline });
    if (!safe.ok) {
      const { code, length, max } = safe.error;
      return err({ kind: 'bad-input', code, field, facts: { length, max } });
    }
    texts[field] = safe.value.text;
    warnings.push(...about(field, safe.value.warnings));
  }
  return ok({ texts: texts as Record<K, string>, warnings });
}

/** Refusal of a text that has nothing left in it. */
export function emptyText(code: string, field: string): Failure {
  return { kind: 'bad-input', code, field };
}
