import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { OfficeActs } from './exchange-acts.ts';

const entry = join(import.meta.dirname, 'exchange-process.ts');

/** An office in a process of its own. */
export type OfficeChild = {
  /** Has it do one thing; a refusal there throws here. */
  readonly ask: <A extends keyof OfficeActs>(act: A, ...input: Parameters<OfficeActs[A]>) => ReturnType<OfficeActs[A]>;
  /** Closes the office and ends the process. */
  readonly stop: () => Promise<void>;
};

type Answer = { readonly id: number; readonly value?: unknown; readonly error?: string };

/** Starts a process for one office; nothing is open in it yet. */
export function officeChild(): OfficeChild {
  const child = fork(entry, { execArgv: ['--disable-warning=ExperimentalWarning'] });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  child.on('message', (raw) => {
    // Only the office holds the other end of this channel.
    const { id, value, error } = raw as Answer;
    if (error === undefined) waiting.get(id)?.resolve(value);
    else waiting.get(id)?.reject(new Error(error));
    waiting.delete(id);
  });
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`an office's process ended with ${code}`));
  });
  let asked = 0;
  const ask: OfficeChild['ask'] = (act, ...input) => {
    asked += 1;
    const answered = Promise.withResolvers<unknown>();
    waiting.set(asked, answered);
    child.send({ id: asked, act, input: input[0] });
    // What comes back is what the act of that name answers.
    return answered.promise as ReturnType<OfficeActs[typeof act]>;
  };
  return {
    ask,
    stop: async () => {
      await ask('close');
      const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
      child.disconnect();
      await ended;
    },
  };
}
