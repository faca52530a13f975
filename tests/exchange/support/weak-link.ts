import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A line to a server that breaks again and again. */
export type WeakLink = {
  readonly url: string;
  /** How often it broke, and how many bytes went up in all. */
  readonly broken: () => number;
  readonly bytes: () => number;
};

/** A line to `url` on which every connection breaks once this many bytes went up, or either way; it ends with the test. */
export async function weakLink(url: string, breaksAfter: number, counts: 'up' | 'either' = 'up'): Promise<WeakLink> {
  const { hostname, port } = new URL(url);
  let broken = 0;
  let bytes = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let left = breaksAfter;
    const end = (): void => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', end);
      socket.on('close', end);
    }
    const pass = (piece: Buffer, to: Socket): void => {
      left -= piece.length;
      if (left >= 0) to.write(piece);
      else if (!client.destroyed) {
        broken += 1;
        end();
      }
    };
    client.on('data', (piece) => {
      bytes += piece.length;
      pass(piece, upstream);
    });
    if (counts === 'up') upstream.pipe(client);
    else upstream.on('data', (piece) => pass(piece, client));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `nats://127.0.0.1:${address.port}`, broken: () => broken, bytes: () => bytes };
}
