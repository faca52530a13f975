import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { FromBackend, ToBackend } from '#electron/backend/bridge.ts';
import type { CallInput, CallName } from '#shared/contract/contract.ts';

const entry = join(import.meta.dirname, '..', '..', 'out', 'backend', 'node-entry.js');

/** The product's backend as a process of its own on the data of a folder. */
export type BackendChild = {
  /** Makes one call at the own desk; throws on a refusal. */
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Starts the built backend on a folder; answers when it takes calls. */
export async function startBackend(folder: string): Promise<BackendChild> {
  const child = fork(entry, { serialization: 'advanced' });
  const waiting = new Map<number, PromiseWithResolvers<void>>();
  const started = Promise.withResolvers<void>();
  const send = (message: ToBackend): boolean => child.send(message);
  child.on('message', (raw) => {
    // Only the backend holds the other end of this channel.
    const message = raw as FromBackend;
    if (message.kind === 'refused') started.reject(new Error(message.code));
    if (message.kind === 'started') started.resolve();
    if (message.kind !== 'reply') return;
    const { reply } = message;
    if (reply.ok) waiting.get(message.id)?.resolve();
    else waiting.get(message.id)?.reject(new Error(JSON.stringify(reply.failure)));
    waiting.delete(message.id);
  });
  send({ kind: 'start', order: { folder, sample: false, language: undefined, keychain: false } });
  await started.promise;
  let id = 0;
  return {
    call: (name, input) => {
      id += 1;
      const answered = Promise.withResolvers<void>();
      waiting.set(id, answered);
      send({ kind: 'call', id, desk: 'own', name, input });
      return answered.promise;
    },
    stop: () => {
      const ended = new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
      });
      send({ kind: 'stop' });
      return ended;
    },
  };
}
