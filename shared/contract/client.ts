import type { CallInput, CallName, CallOutput } from './contract.ts';
import type { Reply } from './failure.ts';
import type { Change } from './topics.ts';

/** What a window is given: two functions and nothing else. */
export type Bridge = {
  readonly invoke: (name: string, input: unknown) => Promise<unknown>;
  /** Registers a listener; the answer removes it. */
  readonly onChanged: (listener: (change: Change) => void) => () => void;
};

/** The contract as typed functions over any bridge. */
export type Client = {
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Reply<CallOutput<N>>>;
  readonly onChanged: Bridge['onChanged'];
};

/** Makes a client. A bridge that breaks (window closing, backend gone) is answered as an internal failure, never thrown. */
export function createClient(bridge: Bridge): Client {
  const call: Client['call'] = async (name, input) => {
    try {
      return (await bridge.invoke(name, input)) as Reply<CallOutput<typeof name>>;
    } catch {
      return { ok: false, failure: { kind: 'internal', code: 'bridge.broken' } };
    }
  };
  return { call, onChanged: bridge.onChanged };
}
