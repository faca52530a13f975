import type { Result } from '#shared/base/result.ts';

/** The value of a success; a refusal fails the test and is shown. */
export function unwrap<T, E>(result: Result<T, E>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.error)}`);
}

/** The error of a refusal; a success fails the test. */
export function refusal<T, E>(result: Result<T, E>): E {
  if (!result.ok) return result.error;
  throw new Error('was not refused');
}
