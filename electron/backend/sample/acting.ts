import { createClient } from '#shared/contract/client.ts';
import type { CallInput, CallName, CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { DeskBackend } from '../desks.ts';

/** What a step towards the sample came to. */
export type Step<T = void> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

/** Makes one call; a refusal ends all steps of `untilRefused`. */
export type Act = <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;

/** A refusal on the way to the sample, carried out of its steps. */
class SampleRefused extends Error {
  readonly failure: Failure;
  constructor(call: string, failure: Failure) {
    super(`${call}: ${failure.code}`);
    this.failure = failure;
  }
}

/** Makes calls on a desk as a screen does. */
export function actsOn(backend: DeskBackend): Act {
  const client = createClient({ invoke: backend.invoke, onChanged: backend.onChanged });
  return async (name, input) => {
    const reply = await client.call(name, input);
    if (!reply.ok) throw new SampleRefused(name, reply.failure);
    return reply.value;
  };
}

/** Carries steps out until one is refused. */
export async function untilRefused(steps: () => Promise<void>): Promise<Step> {
  try {
    await steps();
    return { ok: true, value: undefined };
  } catch (error) {
    if (error instanceof SampleRefused) return { ok: false, error: error.failure };
    throw error;
  }
}
