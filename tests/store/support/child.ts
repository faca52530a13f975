import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How a child process ended: its exit code, or the signal that killed it, and what it printed. */
export type Ended = { readonly code: number | null; readonly signal: string | null; readonly output: string };

/** A child process that runs a script of this folder. */
export type Child = {
  /** Resolves when a printed line equals `line`; rejects when the child ends before. */
  readonly says: (line: string) => Promise<void>;
  readonly kill: () => void;
  readonly ended: Promise<Ended>;
};

/** Starts a script of tests/store/support under this Node. */
export function runChild(script: string, ...args: readonly string[]): Child {
  return runChildAs({}, script, ...args);
}

/** The same as another user, which only the administrator may. */
export function runChildAs(user: { readonly uid?: number }, script: string, ...args: readonly string[]): Child {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { ...user, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, output }));
  });
  return {
    ended,
    kill: () => child.kill('SIGKILL'),
    says: (line) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (output.split('\n').includes(line)) resolve();
        };
        listeners.add(look);
        look();
        void ended.then((end) => reject(new Error(`ended before saying ${line}: ${JSON.stringify(end)}`)));
      }),
  };
}
