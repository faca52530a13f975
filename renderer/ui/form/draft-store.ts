/**
 * What became of a save: when it was saved ('HH:MM:SS' or an ISO instant); that it could not be now, as on a full disk;
 * or that this text can never be, as one that is too long.
 */
export type DraftSaved = { readonly at: string } | 'not-now' | 'never';

/** Where a form's typing is kept. The application puts it into the encrypted database; a form knows only this. */
export type DraftStore = {
  readonly load: () => Promise<{ readonly text: string; readonly savedAt: string } | null>;
  readonly save: (text: string) => Promise<DraftSaved>;
  readonly discard: () => Promise<void>;
  /** Whether another window keeps a draft of the same form; each then keeps its own. */
  readonly elsewhere?: { readonly now: () => boolean; readonly subscribe: (listener: () => void) => () => void };
};

/** Keeps the newest text, one save at a time, whatever happens between; `flush` answers when nothing is left to save. */
export type DraftKeeper = {
  readonly typed: (text: string) => void;
  readonly flush: () => Promise<void>;
  /** As `flush`, for a form that goes away: what cannot be saved now is not tried again by this keeper. */
  readonly leave: () => Promise<void>;
  /** Forgets what waits; answers when a save under way has ended, so that a discard after it is the last word. */
  readonly drop: () => Promise<void>;
  /** As `drop`, and saves nothing any more: the form was submitted. */
  readonly stop: () => Promise<void>;
};

/** What the keeper tells: saved at a time, not saved because of the storage, or refused until the text is another. */
export type DraftNews =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed' | 'refused' }
  | { readonly kind: 'waiting' };

/** Whether the newest typing is in this window alone. */
export function isNotKept(news: DraftNews): news is DraftNews & { readonly kind: 'failed' | 'refused' } {
  return news.kind === 'failed' || news.kind === 'refused';
}

/** What is said of typing that could not be saved. */
export const notKept = { failed: 'form.notKept', refused: 'form.cannotKeep' } as const;

/** Timers as a port, so that a test can run them by hand. */
export type Timers = {
  readonly after: (ms: number, run: () => void) => number;
  readonly cancel: (timer: number) => void;
};

/** Milliseconds of quiet after which typing is saved; long enough not to save every key, short enough for a closing lid. */
export const quietTime = 500;

/** Milliseconds after which the first typing that is not saved yet is saved, however fast a person goes on. */
export const longestWait = 2_000;

/** Milliseconds until a failed save is tried again: room on the disk or a program that came back is soon noticed. */
export const retryTime = 5_000;

/** What waits to be saved, whether its form went away, and whether it was submitted. */
type Held = { waiting: string | undefined; left: boolean; stopped: boolean };

/** One thing to be done later: set anew it is put off, unless it is to keep the time it has. */
type Alarm = { readonly set: (ms: number, keep?: true) => void; readonly stop: () => void };

function makeAlarm(timers: Timers, run: () => void): Alarm {
  let timer: number | undefined;
  const stop = (): void => {
    if (timer !== undefined) timers.cancel(timer);
    timer = undefined;
  };
  return {
    stop,
    set: (ms, keep) => {
      if (keep && timer !== undefined) return;
      stop();
      timer = timers.after(ms, run);
    },
  };
}

/** When it is saved: after quiet or a failure, and at the latest. */
function makeAlarms(
  timers: Timers,
  run: () => void,
): { readonly soon: Alarm; readonly latest: Alarm; readonly stop: () => void } {
  const [soon, latest] = [makeAlarm(timers, run), makeAlarm(timers, run)];
  return {
    ...{ soon, latest },
    stop: () => {
      soon.stop();
      latest.stop();
    },
  };
}

/**
 * Makes a keeper over a store. A failed save is tried again with the next change or flush, and by itself; one that is
 * refused for good only with the next change or flush.
 */
export function makeDraftKeeper(store: DraftStore, timers: Timers, news: (news: DraftNews) => void): DraftKeeper {
  const held: Held = { waiting: undefined, left: false, stopped: false };
  const alarms = makeAlarms(timers, () => void flush());
  let chain: Promise<void> = Promise.resolve();

  const saveWaiting = async (): Promise<void> => {
    while (held.waiting !== undefined && !held.stopped) {
      const text = held.waiting;
      held.waiting = undefined;
      const saved = await store.save(text).catch(() => 'not-now' as const);
      if (held.stopped) return;
      if (typeof saved === 'string') {
        held.waiting ??= text;
        news({ kind: saved === 'never' ? 'refused' : 'failed' });
        if (!held.left && saved === 'not-now') alarms.soon.set(retryTime, true);
        return;
      }
      if (held.waiting === undefined) news({ kind: 'saved', at: saved.at });
    }
  };
  // One link after the other: a later text never reaches the store before an earlier one.
  const flush = (): Promise<void> => {
    alarms.stop();
    chain = chain.then(saveWaiting);
    return chain;
  };
  const drop = (): Promise<void> => {
    alarms.stop();
    held.waiting = undefined;
    return chain;
  };
  const typed = (text: string): void => {
    if (held.stopped) return;
    held.left = false;
    held.waiting = text;
    news({ kind: 'waiting' });
    alarms.soon.set(quietTime);
    alarms.latest.set(longestWait, true);
  };
  const stop = (): Promise<void> => {
    held.stopped = true;
    return drop();
  };
  // Another form over the same draft may begin at once: an old text must never be saved over what is typed there.
  const leave = (): Promise<void> => {
    held.left = true;
    return flush();
  };
  return { typed, flush, leave, drop, stop };
}
