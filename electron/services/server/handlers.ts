import type { Handlers } from '../context.ts';
import { getServer } from './get-server.ts';
import { makeServerKey, setServer } from './set-server.ts';
import { tryServer } from './try-server.ts';

/** Calls about the office's server. */
export const serverHandlers = {
  'server.get': getServer,
  'server.makeKey': makeServerKey,
  'server.set': setServer,
  'server.try': tryServer,
} satisfies Partial<Handlers>;
