import { createInbox, errors, type Msg } from '@nats-io/transport-node';
import type { OfficeId } from '#shared/base/ids.ts';
import type { Live } from './connection.ts';
import { answersPrefix, consumerName, inboxStream } from './subjects.ts';

/** Taken from the server at once: bounded by count, and by bytes so that a full inbox never fills our memory. */
const mostMessages = 100;
const mostBytes = 16_777_216;
/** The server answers a pull at once, also when nothing lies there; after this long without a word what came is taken. */
const silentMs = 5_000;
/** The server's word that no consumer of this name is there. */
const nobodyThere = 503;

/**
 * Takes from an office's inbox what is not handed out yet, oldest first, without waiting for more. What is not acknowledged
 * afterwards is handed out again. Throws when the inbox is not there, or the server says nothing at all.
 */
export async function pull({ nc }: Live, office: OfficeId): Promise<readonly Msg[]> {
  const answers = createInbox(answersPrefix(office));
  const sub = nc.subscribe(answers);
  let silent = false;
  const timer = setTimeout(() => {
    silent = true;
    sub.unsubscribe();
  }, silentMs);
  const ask = { batch: mostMessages, max_bytes: mostBytes, no_wait: true };
  const taken: Msg[] = [];
  try {
    nc.publish(`$JS.API.CONSUMER.MSG.NEXT.${inboxStream(office)}.${consumerName}`, JSON.stringify(ask), {
      reply: answers,
    });
    for await (const message of sub) {
      // A message of the server itself ends the batch: nothing more is there, or no more bytes are allowed.
      if (message.headers?.code === nobodyThere) throw new errors.NoRespondersError(message.subject);
      if (message.headers !== undefined && message.headers.code > 0) break;
      taken.push(message);
      if (taken.length === mostMessages) break;
    }
  } finally {
    clearTimeout(timer);
    sub.unsubscribe();
  }
  if (silent && taken.length === 0) throw new errors.TimeoutError();
  return taken;
}
