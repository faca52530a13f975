import { makeNatsKey } from '#electron/exchange/nats/credentials.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { auditFact } from '../office/audit-fact.ts';
import { nextRevision } from '../session/revision.ts';
import { mayChangeServer } from './may-change.ts';
import { readServerInput } from './read-input.ts';
import { keepServer, readServer, type ServerSettings } from './server-settings.ts';

/** Keeps settings with a line in the audit trail that says that they changed, and nothing of what they are. */
function keep(context: OfficeContext, settings: ServerSettings): Result<undefined, Failure> {
  return inOneTransaction(context, (tx) => {
    keepServer(tx, settings);
    append(tx, context, [auditFact(context, 'audit.settings', { about: 'server' })]);
    return ok(undefined);
  });
}

/** Sets the office's server. */
export const setServer: Handler<'server.set'> = (context, input) => {
  const { db } = context.open.store;
  if (!mayChangeServer(db, context.me)) return err(refused('server.not-head'));
  const read = readServerInput(input, readServer(db));
  if (!read.ok) return read;
  const kept = keep(context, read.value);
  return kept.ok ? ok({ revision: nextRevision(context) }) : kept;
};

/** Makes the key this office is known by; whoever runs the server is told its public half. */
export const makeServerKey: Handler<'server.makeKey'> = (context) => {
  const { db } = context.open.store;
  if (!mayChangeServer(db, context.me)) return err(refused('server.not-head'));
  const { seed, publicKey } = makeNatsKey();
  const kept = keep(context, { ...readServer(db), credentials: { type: 'nkey', seed } });
  return kept.ok ? ok({ publicKey, revision: nextRevision(context) }) : kept;
};
