import type { z } from 'zod';
import type { Topic } from './topics.ts';

/** When a call may be made: 'any' also before the data is unlocked. */
export type Gate = 'any' | 'unlocked';

/** A question: changes nothing; `topics` says what it shows. */
export type QueryCall<I extends z.ZodType, O extends z.ZodType> = {
  readonly type: 'query';
  readonly gate: Gate;
  readonly input: I;
  readonly output: O;
  readonly topics: readonly Topic[];
};

/** An act: one user action, one transaction; `topics` says what it may change. */
export type CommandCall<I extends z.ZodType, O extends z.ZodType> = {
  readonly type: 'command';
  readonly gate: Gate;
  readonly input: I;
  readonly output: O;
  readonly topics: readonly Topic[];
};

/** Any call of the contract. */
export type AnyCall = QueryCall<z.ZodType, z.ZodType> | CommandCall<z.ZodType, z.ZodType>;

type Spec<I, O> = { input: I; output: O; topics: readonly Topic[]; gate?: Gate };

/** Declares a question. */
export function query<I extends z.ZodType, O extends z.ZodType>(spec: Spec<I, O>): QueryCall<I, O> {
  return { type: 'query', gate: spec.gate ?? 'unlocked', input: spec.input, output: spec.output, topics: spec.topics };
}

/** Declares an act. */
export function command<I extends z.ZodType, O extends z.ZodType>(spec: Spec<I, O>): CommandCall<I, O> {
  return {
    type: 'command',
    gate: spec.gate ?? 'unlocked',
    input: spec.input,
    output: spec.output,
    topics: spec.topics,
  };
}
