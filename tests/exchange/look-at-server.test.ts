import { once } from 'node:events';
import { createServer, type LookupFunction, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lookAtServer } from '#electron/exchange/look-at-server.ts';

/** Somebody at this machine's own address who does something with each caller. */
async function listener(meet: (socket: Socket) => void): Promise<number> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined));
    meet(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const greet = (socket: Socket): void => void socket.write('INFO {"version":"2.12.3"}\r\n');

const standsFor =
  (...addresses: readonly string[]): LookupFunction =>
  (_name, _options, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    );

describe('a look at an address', () => {
  test('finds a server at any of the addresses of its name', async () => {
    const port = await listener(greet);
    const looked = await lookAtServer(`nats://exchange.example:${port}`, standsFor('127.0.0.9', '127.0.0.1'));
    expect(looked).toEqual({ found: 'server', version: '2.12.3' });
    expect((await lookAtServer(`nats://127.0.0.1:${port}`)).found).toBe('server');
  });

  test('ends in time with somebody who goes on talking and says nothing', async () => {
    const port = await listener((socket) => {
      const talk = setInterval(() => socket.write('.'), 200);
      socket.on('close', () => clearInterval(talk));
    });
    expect((await lookAtServer(`nats://127.0.0.1:${port}`)).found).toBe('no-server');
  }, 30_000);

  test('ends in time where a name is looked for in vain', async () => {
    expect((await lookAtServer('nats://exchange.example', () => undefined)).found).toBe('no-name');
    expect((await lookAtServer('nats://exchange.invalid')).found).toBe('no-name');
  }, 30_000);
});
