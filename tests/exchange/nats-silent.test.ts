import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import type { NatsConnection, Status } from '@nats-io/transport-node';
import { describe, expect, onTestFinished, test } from 'vitest';
import { overOf } from '#electron/exchange/nats/connection.ts';
import { makeNatsKey } from '#electron/exchange/nats/credentials.ts';
import { openNats } from '#electron/exchange/nats/nats-link.ts';
import { describeWith } from '#tests/support/describe-with.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';
import { us } from './support/carriers.ts';
import { linkOf, named, oneServer, usualMembers } from './support/nats-exchange.ts';

/** The word of a WebSocket's handshake that is added to the caller's key. */
const handshake = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** Takes every caller in as a WebSocket, and then says nothing any more, no good-bye either. */
async function silentSocket(): Promise<{ readonly place: string; readonly callers: () => number }> {
  const sockets: Socket[] = [];
  const server = createServer().on('upgrade', ({ headers }, stream) => {
    const socket = stream as Socket;
    sockets.push(socket.on('error', () => undefined));
    const accept = createHash('sha1').update(`${headers['sec-websocket-key']}${handshake}`).digest('base64');
    const lines = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
    socket.write(`${[...lines, `Sec-WebSocket-Accept: ${accept}`].join('\r\n')}\r\n\r\n`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { place: `ws://127.0.0.1:${address.port}`, callers: () => sockets.length };
}

function linkTo(place: string) {
  const credentials = { type: 'nkey' as const, seed: makeNatsKey().seed };
  const link = openNats({ office: us, servers: [place], credentials });
  onTestFinished(link.close);
  return link;
}

describe('a place that takes a WebSocket in and stays silent', () => {
  test('is out of reach after a while, time and again, and keeps no other connection waiting for ever', async () => {
    const { place, callers } = await silentSocket();
    const [one, other] = [linkTo(place), linkTo(place)];
    const looked = await Promise.all([one.health(), other.health()]);
    expect(looked.map(({ state }) => state)).toEqual(['unreachable', 'unreachable']);
    expect(callers()).toBe(2);
  }, 60_000);

  test('keeps nobody from closing', async () => {
    const { place, callers } = await silentSocket();
    const link = linkTo(place);
    const received = link.transport.receive(us, new Set());
    await expect.poll(callers).toBe(1);
    await link.close();
    expect(refusal(await received)).toBe('unreachable');
  });
});

describeWith('nats-server', 'a server that falls silent with the connection standing', () => {
  test('is out of reach, not empty, and is there again once it goes on', async () => {
    const members = usualMembers();
    const server = await oneServer(members);
    const { transport } = linkOf([server.url], named(members, us));
    unwrap(await transport.receive(us, new Set()));
    server.hang();
    expect(refusal(await transport.receive(us, new Set()))).toBe('unreachable');
    server.goOn();
    unwrap(await transport.receive(us, new Set()));
  });
});

describe('a connection', () => {
  const statuses = async function* (...types: Status['type'][]) {
    for (const type of types) yield { type } as Status;
  };
  const connection = (
    closed: Promise<void>,
    ...types: Status['type'][]
  ): Pick<NatsConnection, 'closed' | 'status'> => ({
    closed: () => closed,
    status: () => statuses(...types),
  });
  const never = new Promise<void>(() => undefined);
  const soon = (over: Promise<void>) => Promise.race([over.then(() => 'over'), Promise.resolve('on').then(tick)]);
  const tick = (word: string) => new Promise<string>((resolve) => setImmediate(() => resolve(word)));

  test('is over once its server is found silent, long before the system closes it, or once it is closed', async () => {
    expect(await soon(overOf(connection(never, 'ping', 'staleConnection')))).toBe('over');
    expect(await soon(overOf(connection(Promise.resolve(), 'ping')))).toBe('over');
    expect(await soon(overOf(connection(never, 'ping')))).toBe('on');
  });
});
