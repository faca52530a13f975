import { type Bridge, type Client, createClient } from '#shared/contract/client.ts';
import { makeConnection } from './connection.ts';

const broken: Bridge = {
  invoke: () => Promise.reject(new Error('no bridge')),
  onChanged: () => () => {},
};

/** The way from this window to the backend, as its replies show it. */
export const connection = makeConnection();

let held: Client | undefined;

/** The typed way to the backend. Without a bridge every call answers the failure 'bridge.broken'. */
export function client(): Client {
  if (held !== undefined) return held;
  const bare = createClient(window.xieban ?? broken);
  held = {
    call: async (name, input) => {
      const reply = await bare.call(name, input);
      connection.heard(reply);
      return reply;
    },
    onChanged: bare.onChanged,
  };
  return held;
}
