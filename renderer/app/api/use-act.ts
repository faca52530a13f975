import { useCallback } from 'react';
import type { CallInput, CallOutput } from '#shared/contract/contract.ts';
import type { Failure, Reply } from '#shared/contract/failure.ts';
import { api, type CommandName } from './api.ts';

/** A function that carries out one act and answers its reply, never a rejection; and whether one is under way. */
export type Act<N extends CommandName> = readonly [
  run: (input: CallInput<N>) => Promise<Reply<CallOutput<N>>>,
  state: { readonly running: boolean },
];

/** Prepares an act of the contract: one call, one transaction; screens that show its topics ask again when it is done. */
export function useAct<N extends CommandName>(name: N): Act<N> {
  const [trigger, result] = api.useActMutation();
  const run = useCallback(
    async (input: CallInput<N>): Promise<Reply<CallOutput<N>>> => {
      const answer = await trigger({ name, input });
      // The base query puts nothing but a Failure into `error`, and the backend validated the value.
      if (answer.error !== undefined) return { ok: false, failure: answer.error as Failure };
      return { ok: true, value: answer.data as CallOutput<N> };
    },
    [name, trigger],
  );
  return [run, { running: result.isLoading }];
}
