import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accounts, filled, type Member } from '#tests/exchange/support/templates.ts';
import { freePort } from '../../build/dev/free-port.ts';
import { findProgram } from '../../build/test/programs.ts';

/** Who may use the server beside the offices, in an account of its own. */
export const bareUser = { user: 'bare', pass: 'bare' };

const bareAccount = `BARE { jetstream: { max_file: 1GB }, users: [{ user: ${bareUser.user}, password: ${bareUser.pass} }] }\n`;

/** A server on loopback for a measurement. */
export type BenchServer = { readonly url: string; readonly stop: () => Promise<void> };

/** Starts a server that knows these offices, from the templates an operator gets; undefined where none is installed. */
export async function benchServer(members: readonly Member[]): Promise<BenchServer | undefined> {
  const program = findProgram('nats-server');
  if (program === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'xieban-bench-'));
  const store = join(folder, 'store');
  mkdirSync(store);
  const listen = `127.0.0.1:${await freePort()}`;
  const files = {
    'server.conf': filled('one-server.conf', { name: 'exchange-1', listen, store, room: '128GB' }),
    'production.conf': '# the base configuration alone: older servers refuse the production lines\n',
    'encryption.conf': '# on loopback\n',
    'accounts.conf': `${accounts(members)}\n${bareAccount}`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const child = spawn(program, ['-c', join(folder, 'server.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  child.stderr.on('data', (piece: Buffer) => {
    said += piece.toString();
    if (said.includes('Server is ready')) resolve();
  });
  child.once('exit', () => reject(new Error(`nats-server ended: ${said.slice(-2_000)}`)));
  await promise;
  return {
    url: `nats://${listen}`,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
