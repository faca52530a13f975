import type { ServerResponse } from 'node:http';
import { type Change, topics } from '#shared/contract/topics.ts';

/** The open event streams of one desk. */
export type EventStreams = {
  /** Takes a response over as a stream; false when there are too many already. */
  readonly add: (response: ServerResponse) => boolean;
  readonly announce: (change: Change) => void;
  readonly close: () => void;
};

const mostStreams = 32;
/** A page that does not read keeps at most this many bytes waiting; then its stream is cut and it asks again. */
const mostWaiting = 262_144;
/** Milliseconds between signs of life, so that a dead connection is noticed. */
const heartbeat = 25_000;

/** Makes the set of streams. Each begins with `hello`, naming every topic: a page that comes back asks for all again. */
export function createEventStreams(): EventStreams {
  const open = new Set<ServerResponse>();
  const send = (response: ServerResponse, text: string): void => {
    if (response.writableLength > mostWaiting) response.destroy();
    else response.write(text);
  };
  const toAll = (text: string): void => {
    for (const response of open) send(response, text);
  };
  const timer = setInterval(() => toAll(': alive\n\n'), heartbeat);
  timer.unref();
  return {
    add: (response) => {
      if (open.size >= mostStreams) return false;
      open.add(response);
      response.on('close', () => open.delete(response));
      const everything: Change = { topics, revision: 0 };
      send(response, `retry: 1000\nevent: hello\ndata: ${JSON.stringify(everything)}\n\n`);
      return true;
    },
    announce: (change) => toAll(`event: changed\ndata: ${JSON.stringify(change)}\n\n`),
    close: () => {
      clearInterval(timer);
      for (const response of open) response.end();
    },
  };
}
