import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure, FailureFacts } from '#shared/contract/failure.ts';
import { readTexts } from '#shared/domain/party/read-texts.ts';
import type { TextShape } from '#shared/domain/party/safe-text.ts';
import type { Warning } from '#shared/domain/party/warning.ts';

/** Typed texts made fit to be stored, and what had to be removed from them. */
export type Cleaned<K extends string> = {
  readonly texts: Readonly<Record<K, string>>;
  readonly warnings: readonly Warning[];
};

/** Why the domain does not take an input, with the field it is about. */
type Refusal = { readonly code: string; readonly field: string; readonly facts?: FailureFacts };

/** The contract's failure for an input the domain does not take; `at` is the path of the object it is a field of. */
export function badInput({ code, field, facts }: Refusal, at = ''): Failure {
  const path = at === '' ? field : `${at}.${field}`;
  return { kind: 'bad-input', code, field: path, ...(facts ? { facts } : {}) };
}

/** Makes typed texts fit to be stored; the first that is too long is refused by its field, nothing is ever cut. */
export function cleanTexts<K extends string>(
  typed: Readonly<Record<NoInfer<K>, string>>,
  shapes: Readonly<Record<K, TextShape>>,
): Result<Cleaned<K>, Failure> {
  const read = readTexts<K>(typed, shapes);
  if (!read.ok) return err(badInput(read.error));
  // Every text was given, so every text comes back.
  return ok({ texts: read.value.texts as Record<K, string>, warnings: read.value.warnings });
}
