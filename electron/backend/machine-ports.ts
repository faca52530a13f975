import { randomBytes } from 'node:crypto';
import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Ports } from '#electron/services/context.ts';

type Log = Ports['log'];
type LogFacts = NonNullable<Parameters<Log['info']>[1]>;

/** A log file begins anew beyond this many bytes; the one before is kept. */
const largestLog = 1_048_576;

/** The real clock, real randomness, and a log file in the data folder. Names and texts never reach a log. */
export function machinePorts(folder: string): Ports {
  return {
    clock: { now: () => Date.now() },
    random: { bytes: (count) => new Uint8Array(randomBytes(count)) },
    log: fileLog(join(folder, 'xieban.log')),
  };
}

/** Writes one line of JSON an event. A log that cannot be written is given up on: it must never stop the work. */
export function fileLog(path: string): Log {
  const write = (level: 'info' | 'warn', event: string, facts: LogFacts = {}): void => {
    const line = `${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`;
    try {
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(path, `${path}.1`);
      appendFileSync(path, line, { mode: 0o600 });
    } catch {
      return;
    }
  };
  return {
    info: (event, facts) => write('info', event, facts),
    warn: (event, facts) => write('warn', event, facts),
  };
}
