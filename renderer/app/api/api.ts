import { type BaseQueryFn, createApi } from '@reduxjs/toolkit/query/react';
import type { CallInput, CallName, Contract } from '#shared/contract/contract.ts';
import { contract } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { type Topic, topics } from '#shared/contract/topics.ts';
import { client } from './client.ts';

/** Names of the calls that ask and change nothing. */
export type QueryName = { [N in CallName]: Contract[N]['type'] extends 'query' ? N : never }[CallName];
/** Names of the calls that act. */
export type CommandName = Exclude<CallName, QueryName>;

/** A call as the cache keys it. */
export type Asked<N extends CallName> = { readonly name: N; readonly input: CallInput<N> };

const overContract: BaseQueryFn<Asked<CallName>, unknown, Failure> = async ({ name, input }) => {
  const reply = await client().call(name, input);
  return reply.ok ? { data: reply.value } : { error: reply.failure };
};

/**
 * The query cache over the contract. One endpoint serves all questions and one all acts: what differs between calls is
 * data of the contract (its topics), so nothing is written twice. Typed access is in use-ask.ts and use-act.ts.
 */
export const api = createApi({
  reducerPath: 'api',
  baseQuery: overContract,
  tagTypes: [...topics],
  keepUnusedDataFor: 60,
  endpoints: (build) => ({
    ask: build.query<unknown, Asked<QueryName>>({
      query: (asked) => asked,
      providesTags: (_data, _error, { name }) => [...contract[name].topics],
    }),
    act: build.mutation<unknown, Asked<CommandName>>({
      query: (asked) => asked,
      // A refused act changes nothing; a done one re-queries here too, so that a lost announcement cannot leave the
      // window that acted stale.
      invalidatesTags: (_data, error, { name }) => (error === undefined ? [...contract[name].topics] : []),
    }),
  }),
});

/** Marks what shows `changed` as stale; screens on view ask again. */
export function staleTopics(changed: readonly Topic[]): ReturnType<typeof api.util.invalidateTags> {
  return api.util.invalidateTags([...changed]);
}
