import type { AnswerMessage, AskMessage, PreviewAnswer, PreviewAsk } from './preview-message.ts';

/** A worker that reads one file. Close it when the file is no longer looked at: it holds all of its bytes. */
export type PreviewReader = {
  /** Answers always, with a failure when the worker does not in its time; it is ended then and answers nothing more. */
  readonly ask: (ask: PreviewAsk) => Promise<PreviewAnswer>;
  readonly close: () => void;
};

/** How long one ask may take, in milliseconds, once the worker is at it. */
const patience: Readonly<Record<PreviewAsk['what'], number>> = {
  open: 20_000,
  page: 20_000,
  find: 60_000,
  thumbnail: 15_000,
};

const tooLong: PreviewAnswer = { what: 'failed', failure: 'took-too-long' };

type Waiting = { readonly message: AskMessage; readonly resolve: (answer: PreviewAnswer) => void };

/**
 * Starts a worker for one file. A file that is hostile or damaged can spoil its own worker at most: what hangs is ended
 * after its time, and the page goes on.
 */
export function openPreview(): PreviewReader {
  const worker = new Worker(new URL('./preview-worker.ts', import.meta.url), { type: 'module' });
  const queue: Waiting[] = [];
  let timer: number | undefined;
  let ended = false;
  let count = 0;

  const end = (): void => {
    ended = true;
    window.clearTimeout(timer);
    worker.terminate();
    for (const { resolve } of queue.splice(0)) resolve(tooLong);
  };
  const next = (): void => {
    window.clearTimeout(timer);
    const first = queue[0];
    if (first === undefined) return;
    timer = window.setTimeout(end, patience[first.message.ask.what]);
    const { ask } = first.message;
    worker.postMessage(first.message, ask.what === 'open' ? [ask.bytes] : []);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<Partial<AnswerMessage>>) => {
    const first = queue[0];
    if (first === undefined || data.xiebanAnswer !== first.message.xiebanAsk || data.answer === undefined) return;
    queue.shift();
    first.resolve(data.answer);
    next();
  });
  // The worker could not be loaded, or it died of its file.
  worker.addEventListener('error', end);
  return {
    ask: (ask) =>
      new Promise((resolve) => {
        if (ended) return resolve(tooLong);
        count += 1;
        queue.push({ message: { xiebanAsk: count, ask }, resolve });
        if (queue.length === 1) next();
      }),
    close: end,
  };
}
