import { skipToken } from '@reduxjs/toolkit/query/react';
import type { CallInput, CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { api, type QueryName } from './api.ts';

/** The answer to a question as a screen shows it. */
export type Answer<T> = {
  /** The answer to exactly this input; undefined until it is here. */
  readonly data: T | undefined;
  /** The last answer, also to an earlier input: for screens that keep showing while they ask again. */
  readonly last: T | undefined;
  readonly failure: Failure | undefined;
  /** Nothing to show yet. */
  readonly loading: boolean;
  readonly again: () => void;
};

/**
 * Asks a question of the contract and asks again whenever one of its topics changes. `input` undefined asks nothing
 * yet. The backend has validated the answer against the same contract, which is what the cast rests on.
 */
export function useAsk<N extends QueryName>(name: N, input: CallInput<N> | undefined): Answer<CallOutput<N>> {
  const result = api.useAskQuery(input === undefined ? skipToken : { name, input });
  return {
    data: result.currentData as CallOutput<N> | undefined,
    last: result.data as CallOutput<N> | undefined,
    failure: result.error as Failure | undefined,
    loading: result.currentData === undefined && result.error === undefined,
    again: () => {
      if (!result.isUninitialized) void result.refetch();
    },
  };
}
