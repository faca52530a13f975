import type { z } from 'zod';
import type { Topic } from './topics.ts';

/** When a call may be made: 'any' also before the data is unlocked. */
export type Gate = 'any' | 'unlocked';

/**
 * One call. A 'query' changes nothing and `topics` says what it shows; a 'command' is one user action in one
 * transaction and `topics` says what it may change.
 */
export type Call<T extends 'query' | 'command', I extends z.ZodType, O extends z.ZodType, G extends Gate> = {
  readonly type: T;
  readonly gate: G;
  readonly input: I;
  readonly output: O;
  readonly topics: readonly Topic[];
};

type Spec<I, O, G> = { readonly input: I; readonly output: O; readonly topics: readonly Topic[]; readonly gate?: G };

/** Declares a question. */
export function query<I extends z.ZodType, O extends z.ZodType, const G extends Gate = 'unlocked'>(
  spec: Spec<I, O, G>,
): Call<'query', I, O, G> {
  // The default of G and the default here are the same word; the compiler cannot see that.
  const gate = (spec.gate ?? 'unlocked') as G;
  return { type: 'query', gate, input: spec.input, output: spec.output, topics: spec.topics };
}

/** Declares an act. */
export function command<I extends z.ZodType, O extends z.ZodType, const G extends Gate = 'unlocked'>(
  spec: Spec<I, O, G>,
): Call<'command', I, O, G> {
  const gate = (spec.gate ?? 'unlocked') as G;
  return { type: 'command', gate, input: spec.input, output: spec.output, topics: spec.topics };
}
