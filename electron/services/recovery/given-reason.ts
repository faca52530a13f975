import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { badInput, cleanTexts } from '../typed-text.ts';

/** The reason a person gave, cleaned; refused when nothing is left of it. */
export function givenReason(reason: string): Result<string, Failure> {
  const clean = cleanTexts({ reason }, { reason: { max: 500, multiline: true } });
  if (!clean.ok) return clean;
  const why = clean.value.texts.reason;
  return why === '' ? err(badInput({ code: 'recovery.reason-empty', field: 'reason' })) : ok(why);
}
