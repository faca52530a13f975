import type { Reply } from '#shared/contract/failure.ts';

/** 'lost': no answer from the backend. 'signed-out': it was started anew and does not know this window yet. */
export type ConnectionState = 'up' | 'lost' | 'signed-out';

/** What the window knows of the way to its backend, told by every reply. */
export type Connection = {
  readonly state: () => ConnectionState;
  /** Calls the listener at every change of the state; the answer removes it. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly heard: (reply: Reply<unknown>) => void;
};

function stateAfter(reply: Reply<unknown>): ConnectionState {
  if (reply.ok) return 'up';
  if (reply.failure.code === 'bridge.broken') return 'lost';
  return reply.failure.code === 'bridge.signed-out' ? 'signed-out' : 'up';
}

/** Makes a connection that counts as up until a reply says otherwise. A refusal by the backend is a sign of life. */
export function makeConnection(): Connection {
  const listeners = new Set<() => void>();
  let state: ConnectionState = 'up';
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    heard: (reply) => {
      const next = stateAfter(reply);
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
  };
}

/** Milliseconds between two looks: whether the backend is still there, and whether it is there again. */
export const lookAfter = { up: 5000, away: 1000 } as const;

/** Timers as a port. */
export type LookTimers = { readonly after: (ms: number, run: () => void) => void };

/** Looks for ever whether the backend answers; `look` makes any call that changes nothing and tells the connection of it. */
export function keepLooking(connection: Connection, look: () => Promise<void>, timers: LookTimers): void {
  const again = (): void => {
    timers.after(connection.state() === 'up' ? lookAfter.up : lookAfter.away, () => {
      void look().then(again);
    });
  };
  again();
}
