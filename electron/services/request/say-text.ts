import { ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Said } from './act-on.ts';
import { cleanText } from './typed-text.ts';

/** Kinds whose facts are empty: everything they say is words. */
export type WordsOnly = 'withdraw' | 'urge' | 'note' | 'progress' | 'suspend' | 'resume' | 'stop-report';

/** An act that says words and nothing else. `field` is the name of the input and of the words in the body. */
export function sayWords<K extends WordsOnly>(
  text: string,
  field: 'text' | 'reason',
  required: boolean,
): Result<Said<K>, Failure> {
  const cleaned = cleanText(text, field, required);
  if (!cleaned.ok) return cleaned;
  // The facts of every kind of `WordsOnly` are the empty object.
  return ok({ facts: {} as Said<K>['facts'], content: { [field]: cleaned.value } });
}
