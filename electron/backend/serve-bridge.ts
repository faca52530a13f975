import type { Reply } from '#shared/contract/failure.ts';
import type { FromBackend, SecretAct, StartOrder, ToBackend } from './bridge.ts';
import type { Desks, Opened } from './desks.ts';

/** Asks the shell's keychain; null when it refuses. */
export type AskSecret = (act: SecretAct, bytes: Uint8Array) => Promise<Uint8Array | null>;

/** Opens the data as ordered. */
export type OpenDesks = (order: StartOrder, secret: AskSecret) => Promise<Opened<Desks>>;

type Post = (message: FromBackend) => void;

const noDesk: Reply<unknown> = { ok: false, failure: { kind: 'not-found', code: 'not-found.desk' } };
const notRunning: Reply<unknown> = { ok: false, failure: { kind: 'internal', code: 'backend.stopped' } };

/**
 * The backend's end of the bridge: the answer takes every message of the shell. `leave` ends the process once the
 * databases are closed. Calls that come before the start or after the stop are answered, never dropped.
 */
export function serveBridge(post: Post, open: OpenDesks, leave: () => void): (message: ToBackend) => void {
  const secrets = createSecretDesk(post);
  let running: Promise<Desks | undefined> = Promise.resolve(undefined);
  const call = async (message: Extract<ToBackend, { kind: 'call' }>): Promise<void> => {
    const desks = await running;
    const backend = desks?.find(message.desk);
    const none = desks === undefined ? notRunning : noDesk;
    post({ kind: 'reply', id: message.id, reply: (await backend?.invoke(message.name, message.input)) ?? none });
  };
  const stop = async (): Promise<void> => {
    const desks = await running;
    running = Promise.resolve(undefined);
    await desks?.close();
    leave();
  };
  return (message) => {
    switch (message.kind) {
      case 'start':
        running = start(message.order, post, open, secrets.ask);
        return;
      case 'call':
        void call(message);
        return;
      case 'secret':
        return secrets.answer(message.id, message.bytes);
      case 'stop':
        void stop();
    }
  };
}

async function start(order: StartOrder, post: Post, open: OpenDesks, ask: AskSecret): Promise<Desks | undefined> {
  const opened = await open(order, ask);
  if (!opened.ok) {
    post({ kind: 'refused', code: opened.error });
    return undefined;
  }
  opened.value.onChanged((desk, change) => post({ kind: 'changed', desk, change }));
  post({ kind: 'started' });
  return opened.value;
}

/** Keeps questions to the keychain and their answers together by number. */
function createSecretDesk(post: Post) {
  const waiting = new Map<number, (bytes: Uint8Array | null) => void>();
  let last = 0;
  const ask: AskSecret = (act, bytes) => {
    last += 1;
    const id = last;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      post({ kind: 'secret', id, act, bytes });
    });
  };
  const answer = (id: number, bytes: Uint8Array | null): void => {
    waiting.get(id)?.(bytes);
    waiting.delete(id);
  };
  return { ask, answer };
}
