import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { FromBackend, ToBackend } from '#electron/backend/bridge.ts';

/** The strict fake, fresh for one start. */
export type Fake = typeof import('../fake-electron.ts');

/** A started shell over the fake. */
export type StartedShell = {
  readonly electron: Fake;
  readonly folder: string;
  /** Everything the shell told its backend processes, in order. */
  readonly told: ToBackend[];
  /** Lets the newest backend process say something. */
  readonly say: (message: FromBackend) => void;
  /** Settles when everything that was under way is done. */
  readonly settled: () => Promise<void>;
};

/** A fresh fake: the product's modules that were loaded over an earlier one are forgotten with it. */
export async function freshElectron(): Promise<Fake> {
  vi.resetModules();
  return import('../fake-electron.ts');
}

/** Starts the shell; `prepare` plays the machine before anything happens. */
export async function startShell(
  prepare: (electron: Fake) => void = () => undefined,
  options: { args?: readonly string[]; ready?: boolean } = {},
): Promise<StartedShell> {
  const electron = await freshElectron();
  const folder = mkdtempSync(join(tmpdir(), 'xieban-shell-'));
  const told: ToBackend[] = [];
  electron.machine.fork = (child) => {
    // The shell posts nothing but messages of the bridge; their type is what is compiled.
    child.received = (message) => void told.push(message as ToBackend);
  };
  prepare(electron);
  const { runShell } = await import('#electron/main/shell.ts');
  const running = runShell('/app/out/main', options.args ?? ['.', '--data', folder]);
  if (options.ready !== false) electron.becomeReady();
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  if (electron.app.exitCode === undefined && options.ready !== false) await running;
  return {
    electron,
    folder,
    told,
    say: (message) => electron.children.at(-1)?.say(message),
    settled,
  };
}
