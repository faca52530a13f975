import { useSyncExternalStore } from 'react';
import { connection } from './client.ts';
import type { ConnectionState } from './connection.ts';

/** Whether the backend answers this window. */
export function useConnection(): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.state);
}
