import { jetstreamManager } from '@nats-io/jetstream';
import { connect, nkeyAuthenticator } from '@nats-io/transport-node';
import { onTestFinished } from 'vitest';
import type { TestMember } from './nats-exchange.ts';

/** How many messages were ever laid down in the stream of an office's files: chunks, and the mark that each was taken. */
export async function everLaid(url: string, { office, seed }: TestMember): Promise<number> {
  const authenticator = nkeyAuthenticator(new TextEncoder().encode(seed));
  const nc = await connect({ servers: url, authenticator, reconnect: false, inboxPrefix: `_INBOX.${office}` });
  onTestFinished(() => nc.close());
  const manager = await jetstreamManager(nc, { checkAPI: false });
  return (await manager.streams.info(`files-${office}`)).state.last_seq;
}
