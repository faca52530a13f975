import { publicKeyOf } from '#electron/exchange/nats/credentials.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { mayChangeServer } from './may-change.ts';
import { readServer } from './server-settings.ts';

/** The office's server without its secrets. */
export const getServer: Handler<'server.get'> = ({ open, me }) => {
  const { servers, credentials, ca } = readServer(open.store.db);
  return ok({
    addresses: [...servers],
    key: credentials && { type: credentials.type, publicKey: publicKeyOf(credentials) },
    hasCa: ca !== '',
    office: open.office,
    mayChange: mayChangeServer(open.store.db, me),
  });
};
