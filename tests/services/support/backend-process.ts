import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createBridgeClient, type FromBackend } from '#electron/backend/bridge.ts';
import type { CallInput, CallName, CallOutput } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/contract/failure.ts';

const entry = fileURLToPath(new URL('../../../electron/backend/node-entry.ts', import.meta.url));

/** A backend in a process of its own, which can be killed. */
export type BackendProcess = {
  readonly pid: number;
  /** The answer; a failure of the bridge when the process ends first. */
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Reply<CallOutput<N>>>;
  /** The answer; a refusal throws. */
  readonly ask: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  /** Ends the process without a warning and answers once it is gone. */
  readonly kill: () => Promise<void>;
};

/** Starts one over a data folder; the system's keychain is played here, so that the data opens by itself. */
export function startBackend(folder: string): BackendProcess {
  const child = fork(entry, [], { serialization: 'advanced', execArgv: ['--disable-warning=ExperimentalWarning'] });
  const quiet = (): void => undefined;
  const client = createBridgeClient((message) => void child.send(message), {
    secret: (_act, bytes) => Promise.resolve(bytes.toReversed()),
    ...{ changed: quiet, started: quiet, refused: quiet },
  });
  // The child sends nothing but messages of the bridge.
  child.on('message', (message) => client.receive(message as FromBackend));
  child.on('error', quiet);
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => {
      client.gone();
      resolve();
    });
  });
  child.send({ kind: 'start', order: { folder, sample: false, language: undefined, keychain: true } });
  // Every reply of a call is of that call's output.
  const call: BackendProcess['call'] = async (name, input) => (await client.invoke('own', name, input)) as never;
  return {
    call,
    pid: child.pid ?? 0,
    ask: async (name, input) => {
      const reply = await call(name, input);
      if (reply.ok) return reply.value;
      throw new Error(`${name} refused: ${JSON.stringify(reply.failure)}`);
    },
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}
