import type { AssistEvent, Outcome } from './event.ts';
import { foldRequest } from './fold.ts';
import { isCommand } from './life.ts';
import { outcomeOf } from './outcome.ts';
import type { RequestState } from './state.ts';
import { understands } from './understand.ts';

/** What the exchange step needs of the rules of requests; injected, so that the step knows no law. */
export type AssistRules = {
  readonly fold: (r: readonly AssistEvent[], e: readonly AssistEvent[]) => RequestState;
  readonly outcomeOf: (
    state: RequestState,
    command: AssistEvent,
  ) => { readonly outcome: Outcome; readonly reason: string | null };
  /** Kinds the executor's device puts in order by itself. */
  readonly isCommand: (kind: string) => boolean;
  readonly understands: (event: AssistEvent) => boolean;
};

/** The rules of this version. */
export const assistRules: AssistRules = { fold: foldRequest, outcomeOf, isCommand, understands };
