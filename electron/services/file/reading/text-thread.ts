import { Worker } from 'node:worker_threads';
import type { ReadingKind } from '#shared/reading/kind.ts';
import type { BytesRead } from './read-bytes.ts';
import type { TextAsk } from './text-worker.ts';

/** How reading a file in a thread ended. unavailable: the thread never began, so that nothing is known of the file. */
export type ThreadAnswer = BytesRead | 'gave-up' | 'unavailable';

/** A thread reads one file: whatever the file does to it, it is ended, and nothing of it stays in memory. */
export type TextThread = { readonly answer: Promise<ThreadAnswer>; readonly end: () => void };

/** Memory of a thread's own heap, in MiB. */
const heapMb = 512;

// As sources a file of this folder, in the built program one beside the backend.
const entry = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './text-worker.ts' : '../backend/text-worker.js', import.meta.url);

/** Reads the text of these bytes, which are handed over, within `patience` milliseconds. */
export function readInThread(kind: ReadingKind, bytes: Uint8Array<ArrayBuffer>, patience: number): TextThread {
  const worker = new Worker(entry(), {
    // Nothing a library prints about somebody's file may reach a log.
    ...{ stdout: true, stderr: true, env: {}, execArgv: [] },
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  const { promise, resolve } = Promise.withResolvers<ThreadAnswer>();
  let began = false;
  const timer = setTimeout(() => resolve('gave-up'), patience);
  worker.on('message', (message: BytesRead | 'ready') => {
    if (message !== 'ready') return resolve(message);
    began = true;
    worker.postMessage({ kind, bytes } satisfies TextAsk, [bytes.buffer]);
  });
  worker.on('error', () => resolve(began ? 'gave-up' : 'unavailable'));
  worker.on('exit', () => resolve(began ? 'gave-up' : 'unavailable'));
  const settled = async (): Promise<ThreadAnswer> => {
    const answer = await promise;
    clearTimeout(timer);
    await worker.terminate();
    return answer;
  };
  return { answer: settled(), end: () => resolve('unavailable') };
}
