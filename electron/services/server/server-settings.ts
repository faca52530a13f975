import type { NatsCredentials } from '#electron/exchange/nats/credentials.ts';
import type { ReadDb, WriteDb } from '#electron/store/db.ts';
import { readSetting, writeSetting } from '#electron/store/tables/settings.ts';

/**
 * The server of this office. A secret of this device: it lies in the encrypted database beside the facts, and never in an
 * entry, an export, a log or a failure.
 */
export type ServerSettings = {
  /** Addresses, checked; none while no server is used. */
  readonly servers: readonly string[];
  readonly credentials: NatsCredentials | null;
  /** Certificates of the authority it is known by, PEM; '' for those the machine trusts. */
  readonly ca: string;
};

const key = 'exchange.server';
const none: ServerSettings = { servers: [], credentials: null, ca: '' };

/** The settings as they were kept. */
export function readServer(db: ReadDb): ServerSettings {
  const text = readSetting(db, key);
  // Written by keepServer below and by nothing else.
  return text === undefined ? none : (JSON.parse(text) as ServerSettings);
}

/** Keeps the settings. */
export function keepServer(tx: WriteDb, settings: ServerSettings): void {
  writeSetting(tx, key, JSON.stringify(settings));
}

/**
 * Forgets the server in data that came out of a backup. What a pipe gave out it does not keep, so a copy that is only
 * looked at must not take what arrives for the office; whoever goes on with it gives it a key of its own.
 */
export function forgetServer(tx: WriteDb): void {
  keepServer(tx, none);
}
