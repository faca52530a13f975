import type { Transport } from '../transport.ts';
import { createConnection, type NatsSettings } from './connection.ts';
import { type InboxLimits, ownInbox, usualLimits } from './inbox.ts';
import { lookAtHealth, type NatsHealth } from './nats-health.ts';
import { createNatsTransport } from './nats-transport.ts';
import { arrivedPrefix } from './subjects.ts';

export type { NatsHealth } from './nats-health.ts';

/** An office's place on a server. */
export type NatsLink = {
  readonly transport: Transport;
  /** Calls when something was laid down for us, and whenever a connection was made; answers how to stop it. */
  readonly onArrival: (listener: () => void) => () => void;
  /** How it stands, in bounded time; dials when nothing stands. */
  readonly health: () => Promise<NatsHealth>;
  /** Hands over what is on its way and closes for good. */
  readonly close: () => Promise<void>;
};

/**
 * Opens an office's place on a server. Nothing is dialled before something is asked; whenever a connection was lost, the next
 * thing asked dials again, for ever. Nothing throws. `limits` count for an inbox that is made here; `now` gives milliseconds
 * since 1970.
 */
export function openNats(
  settings: NatsSettings,
  limits: InboxLimits = usualLimits,
  now: () => number = Date.now,
): NatsLink {
  const us = settings.office;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const connection = createConnection(settings, now, ({ nc }) => {
    nc.subscribe(`${arrivedPrefix(us)}.>`, { callback: tell });
    tell();
  });
  const inbox = ownInbox(us, limits);
  return {
    transport: createNatsTransport(connection, us, inbox),
    onArrival: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    health: () => lookAtHealth(connection, us, inbox),
    close: connection.close,
  };
}
