import { type Bridge, type Client, createClient } from '#shared/contract/client.ts';

const broken: Bridge = {
  invoke: () => Promise.reject(new Error('no bridge')),
  onChanged: () => () => {},
};

let held: Client | undefined;

/** The typed way to the backend. Without a bridge every call answers the failure 'bridge.broken'. */
export function client(): Client {
  held ??= createClient(window.xieban ?? broken);
  return held;
}
