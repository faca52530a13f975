import { type Looked, lookAtServer } from '#electron/exchange/look-at-server.ts';
import { type NatsHealth, openNats } from '#electron/exchange/nats/nats-link.ts';
import { err, ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { badInput } from '../typed-text.ts';
import { mayChangeServer } from './may-change.ts';
import { readServerInput } from './read-input.ts';
import { readServer } from './server-settings.ts';

type Tried = CallOutput<'server.try'>;

/** What hinders all of several addresses: the one that got furthest says it. */
function furthest(looked: readonly Looked[]): Looked['found'] {
  return (
    (['server', 'no-server', 'no-answer'] as const).find((one) => looked.some(({ found }) => found === one)) ??
    'no-name'
  );
}

function verdictOf(health: NatsHealth): Tried['verdict'] {
  if (health.state === 'connected') return 'works';
  // We were let in, and our inbox cannot be looked into.
  if (health.server) return 'no-inbox';
  // It answers, and still no connection came about: the two do not trust each other.
  return health.state === 'refused' ? 'refused' : 'certificate';
}

/**
 * Tries a server as it is typed, with the kept key where none is typed. Nothing is stored, nothing is taken from the inbox,
 * and the answer names no secret.
 */
export const tryServer: Handler<'server.try'> = async ({ open, me }, typed) => {
  const { db } = open.store;
  if (!mayChangeServer(db, me)) return err(refused('server.not-head'));
  const read = readServerInput(typed, readServer(db));
  if (!read.ok) return read;
  const { servers, credentials, ca } = read.value;
  if (servers.length === 0 || !credentials) return err(badInput({ code: 'server.address-empty', field: 'addresses' }));
  const looked = await Promise.all(servers.map((server) => lookAtServer(server)));
  const version = looked.find((one) => one.version !== null)?.version ?? null;
  const found = furthest(looked);
  if (found !== 'server') return ok({ verdict: found, version, tooOld: false });
  const link = openNats({ office: open.office, servers, credentials, ...(ca === '' ? {} : { ca }) });
  const health = await link.health().finally(() => void link.close());
  const known = health.server?.version ?? version;
  return ok({ verdict: verdictOf(health), version: known, tooOld: health.tooOld ?? false });
};
