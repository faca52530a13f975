import { Worker } from 'node:worker_threads';
import type { TableAnswer, TableAsk } from './table-worker.ts';

/** A thread that holds one table: whatever the file does to it, it is ended, and nothing of it stays in memory. */
export type TableThread = {
  /** Asks one thing after the other. 'gave-up': the thread did not come back in its time and is ended. */
  readonly ask: <A extends TableAsk>(asked: A) => Promise<Extract<TableAnswer, { answer: A['ask'] }> | 'gave-up'>;
  readonly end: () => void;
  readonly gone: () => boolean;
};

/** Memory of the thread's own heap, in MiB. */
const heapMb = 1024;
/** Milliseconds one question may take. */
const patience = 120_000;

// As sources a file of this folder, in the built program one beside the backend.
const entry = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './table-worker.ts' : '../backend/table-worker.js', import.meta.url);

/** Starts a thread for one table. */
export function startTableThread(): TableThread {
  const worker = new Worker(entry(), {
    // Nothing a library prints about somebody's file may reach a log.
    ...{ stdout: true, stderr: true, env: {}, execArgv: [] },
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  worker.unref();
  let waiting: ((answer: TableAnswer | 'gave-up') => void) | undefined;
  let gone = false;
  let turn: Promise<unknown> = Promise.resolve();
  const end = (): void => {
    gone = true;
    waiting?.('gave-up');
    void worker.terminate();
  };
  worker.on('message', (answer: TableAnswer) => {
    if (answer.answer !== 'ready') waiting?.(answer);
  });
  worker.on('error', end);
  worker.on('exit', end);
  const askNow = async (asked: TableAsk): Promise<TableAnswer | 'gave-up'> => {
    if (gone) return 'gave-up';
    const { promise, resolve } = Promise.withResolvers<TableAnswer | 'gave-up'>();
    waiting = resolve;
    const timer = setTimeout(end, patience);
    // A thread nobody waits for keeps no process alive; one that is asked does.
    worker.ref();
    worker.postMessage(
      asked,
      asked.ask === 'open' && asked.bytes.buffer instanceof ArrayBuffer ? [asked.bytes.buffer] : [],
    );
    const answer = await promise;
    clearTimeout(timer);
    waiting = undefined;
    worker.unref();
    return answer;
  };
  return {
    ask: (asked) => {
      const answer = turn.then(() => askNow(asked));
      turn = answer;
      // The thread answers every question with its own kind, in order.
      return answer as never;
    },
    end,
    gone: () => gone,
  };
}
