import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { findProgram } from '../../../build/test/programs.ts';
import { template } from './templates.ts';

/** A real server over a folder of its own, which can be killed, emptied and started again at the same address. */
export type NatsServer = {
  readonly url: string;
  /** As kill -9. */
  readonly kill: () => Promise<void>;
  /** Lets it say nothing more, with every connection standing, and go on again. */
  readonly hang: () => void;
  readonly goOn: () => void;
  /** Starts it again at the same address with what lies in its folder. */
  readonly start: () => Promise<void>;
  /** Replaces files of its configuration, and answers once the running server follows them. */
  readonly reload: (files: Readonly<Record<string, string>>) => Promise<void>;
  /** Takes away everything it stored; it must not run. */
  readonly wipe: () => void;
};

const path = (): string => findProgram('nats-server') ?? '';

/** 'v2.9.10' of the server on this machine. */
export const installedVersion = (): string => spawnSync(path(), ['--version'], { encoding: 'utf8' }).stdout.trim();

/** Whether the server on this machine takes a configuration; its complaint otherwise. */
export function complaint(folder: string): string {
  const { status, stderr, stdout } = spawnSync(path(), ['-t', '-c', join(folder, 'server.conf')], { encoding: 'utf8' });
  return status === 0 ? '' : `${stderr}${stdout}`;
}

/** Writes a server's configuration into a folder: its main file, and those it includes. */
export function writeConfiguration(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

/** What a server too old to write to disk first is given in place of the production lines. */
export function productionLines(): string {
  if (!/v2\.9\./.test(installedVersion())) return template('production.conf');
  return '# nats-server 2.9 refuses sync_interval: the base configuration alone is tested\n';
}

async function ready(child: ChildProcess, note: (text: string) => void): Promise<void> {
  let said = '';
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  child.stderr?.on('data', (piece: Buffer) => {
    note(piece.toString());
    said += piece.toString();
    if (said.includes('Server is ready')) resolve();
  });
  child.once('exit', () => reject(new Error(`nats-server ended: ${said.slice(-2_000)}`)));
  await promise;
}

/** Starts a server over files named as the templates name them, `server.conf` the main one; it ends with the test. */
export async function natsServer(url: string, files: Readonly<Record<string, string>>): Promise<NatsServer> {
  const folder = tempFolder();
  const store = join(folder, 'store');
  mkdirSync(store);
  writeConfiguration(
    folder,
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replaceAll('STORE', store)])),
  );
  let child: ChildProcess | undefined;
  let log = '';
  let heard: () => void = () => undefined;
  const note = (text: string): void => {
    log += text;
    heard();
  };
  const reload = async (changed: Readonly<Record<string, string>>): Promise<void> => {
    writeConfiguration(folder, changed);
    const from = log.length;
    const { promise, resolve } = Promise.withResolvers<void>();
    heard = () => {
      if (log.slice(from).includes('Reloaded')) resolve();
    };
    child?.kill('SIGHUP');
    await promise;
  };
  const start = async (): Promise<void> => {
    child = spawn(path(), ['-c', join(folder, 'server.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
    await ready(child, note);
  };
  const kill = async (): Promise<void> => {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  await start();
  const wipe = (): void => rmSync(store, { recursive: true, force: true });
  const hang = (): void => void child?.kill('SIGSTOP');
  const goOn = (): void => void child?.kill('SIGCONT');
  return { url, kill, hang, goOn, start, reload, wipe };
}
