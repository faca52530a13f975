import { err, ok, type Result } from '#shared/base/result.ts';
import { safeText, type TextShape } from './safe-text.ts';
import { about, type Warning } from './warning.ts';

/** A text of a form is longer than its field allows. */
export type TextRefusal = {
  readonly code: 'text.too-long';
  readonly field: string;
  readonly facts: { readonly length: number; readonly max: number };
};

/**
 * Makes the named texts fit to be stored (see `safeText`); texts that are not given stay not given. The warnings name
 * their fields.
 */
export function readTexts<Field extends string>(
  typed: Readonly<Partial<Record<NoInfer<Field>, string>>>,
  shapes: Readonly<Record<Field, TextShape>>,
): Result<
  { readonly texts: Readonly<Partial<Record<Field, string>>>; readonly warnings: readonly Warning[] },
  TextRefusal
> {
  const texts: Partial<Record<Field, string>> = {};
  const warnings: Warning[] = [];
  for (const field in shapes) {
    const value = typed[field];
    if (value === undefined) continue;
    const safe = safeText(value, shapes[field]);
    if (!safe.ok) {
      const { code, length, max } = safe.error;
      return err({ code, field, facts: { length, max } });
    }
    texts[field] = safe.value.text;
    warnings.push(...about(field, safe.value.warnings));
  }
  return ok({ texts, warnings });
}
