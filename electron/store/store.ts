import type Database from 'better-sqlite3';
import type { ReadDb, WriteDb } from './db.ts';

/** The open data of one office on this device. */
export type Store = {
  /** The data folder. */
  readonly folder: string;
  /** Reading access for everybody. Writing goes through `transaction(store, work)`. */
  readonly db: ReadDb;
  /** Closes the database, and frees the folder unless its lock was taken before. Closing twice does nothing. */
  readonly close: () => void;
};

/** What lies under a store; only files of electron/store see it. */
export type Connection = {
  readonly database: Database.Database;
  readonly write: WriteDb;
  /** The raw database key, needed again to check copies. */
  readonly key: Uint8Array;
};

const connections = new WeakMap<Store, Connection>();

/** Ties a store to its connection, so that nobody outside this folder reaches the writing side. */
export function bindConnection(store: Store, connection: Connection): Store {
  connections.set(store, connection);
  return store;
}

/** The connection under a store. */
export function connectionOf(store: Store): Connection {
  const connection = connections.get(store);
  if (!connection) throw new Error('not an open store');
  return connection;
}
