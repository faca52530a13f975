import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { type DraftKeeper, type DraftNews, type DraftStore, makeDraftKeeper } from './draft-store.ts';
import { onFlushDrafts } from './flush-drafts.ts';
import type { Unread } from './unread.ts';

/** What a form knows of its draft. */
export type DraftState = {
  /** False until a kept draft has been looked for; typing before that would be replaced by it. */
  readonly ready: boolean;
  readonly news: DraftNews | undefined;
  /** When the draft that was brought back had been saved. */
  readonly restoredFrom: string | undefined;
  /** Another window writes a draft of the same form. */
  readonly elsewhere: boolean;
  readonly typed: (value: object) => void;
  readonly flush: () => Promise<void>;
  /** The form was submitted: forgets the draft. */
  readonly finish: () => Promise<void>;
  /** Empties the form and forgets the draft, on the person's own demand. */
  readonly startOver: () => void;
};

/** The timers of the window. */
export const windowTimers = {
  after: (ms: number, run: () => void): number => window.setTimeout(run, ms),
  cancel: (timer: number): void => {
    window.clearTimeout(timer);
  },
};

/** Under which a draft keeps what stood in fields and meant no value; no form has a member of this name. */
const unreadKey = '$unread';

/** A draft as text: the value, and beside it what stood in fields and meant no value. */
export function writeDraft(value: object, texts: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.keys(texts).length === 0 ? value : { ...value, [unreadKey]: texts });
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const held: unknown = JSON.parse(text);
    return typeof held === 'object' && held !== null ? { ...held } : undefined;
  } catch {
    return undefined;
  }
}

/** What stood in fields and meant no value when a draft was kept. */
export function readUnread(text: string): Readonly<Record<string, string>> {
  const texts = parsed(text)?.[unreadKey];
  if (typeof texts !== 'object' || texts === null) return {};
  return Object.fromEntries(
    Object.entries(texts).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** Reads a kept draft; undefined when it does not have the members of the form (an older version's form). */
export function readDraft<V extends object>(text: string, initial: V): V | undefined {
  const held = parsed(text);
  if (held === undefined) return undefined;
  const { [unreadKey]: _texts, ...record } = held;
  const fits = Object.entries(initial).every(
    ([key, value]) =>
      key in record &&
      (value === null || record[key] === null || typeof value === typeof record[key]) &&
      Array.isArray(value) === Array.isArray(record[key]),
  );
  // Checked member by member against the form's own initial value, which this version wrote.
  return fits ? (record as V) : undefined;
}

type DraftOptions<V extends object> = {
  readonly store: DraftStore | undefined;
  readonly initial: V;
  readonly unread: Pick<Unread, 'texts' | 'restore'>;
  readonly restore: (value: V) => void;
};

/** Flushes whenever the page may be going away: another window, a closing lid, another page of the product. */
export function useFlush(keeper: DraftKeeper | undefined): void {
  useEffect(() => {
    const flush = (): void => {
      void keeper?.flush();
    };
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    window.addEventListener('blur', flush);
    const stopListening = onFlushDrafts(flush);
    return () => {
      stopListening();
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('blur', flush);
      void keeper?.leave();
    };
  }, [keeper]);
}

/** Looks once for a kept draft and hands it to the form. Answers whether that is over, and when the draft was saved. */
function useRestored<V extends object>(options: DraftOptions<V>) {
  const [ready, setReady] = useState(options.store === undefined);
  const [restoredFrom, setRestoredFrom] = useState<string>();
  const first = useRef(options);
  useEffect(() => {
    let here = true;
    const { store, initial, unread, restore } = first.current;
    void store?.load().then((held) => {
      if (!here) return;
      const value = held === null ? undefined : readDraft(held.text, initial);
      if (held !== null && value !== undefined) {
        unread.restore(readUnread(held.text));
        restore(value);
        setRestoredFrom(held.savedAt);
      }
      setReady(true);
    });
    return () => {
      here = false;
    };
  }, []);
  return { ready, restoredFrom, setRestoredFrom };
}

/** No other window writes a draft of what has none. */
export const nowhereElse = { now: () => false, subscribe: () => () => {} };

/** Brings a form's draft back, keeps it while it is typed, and flushes it whenever the page may be going away. */
export function useDraft<V extends object>(options: DraftOptions<V>): DraftState {
  const [news, setNews] = useState<DraftNews>();
  const { ready, restoredFrom, setRestoredFrom } = useRestored(options);
  const keeper = useMemo<DraftKeeper | undefined>(
    () => (options.store === undefined ? undefined : makeDraftKeeper(options.store, windowTimers, setNews)),
    [options.store],
  );
  useFlush(keeper);
  const others = options.store?.elsewhere ?? nowhereElse;
  const elsewhere = useSyncExternalStore(others.subscribe, others.now);
  return {
    ready,
    news: news ?? (restoredFrom === undefined ? undefined : { kind: 'saved', at: restoredFrom }),
    ...{ restoredFrom, elsewhere },
    typed: (value) => keeper?.typed(writeDraft(value, options.unread.texts())),
    flush: async () => keeper?.flush(),
    finish: async () => {
      await keeper?.stop();
      await options.store?.discard();
    },
    startOver: () => {
      setRestoredFrom(undefined);
      setNews(undefined);
      options.unread.restore({});
      options.restore(options.initial);
      void keeper?.drop().then(() => options.store?.discard());
    },
  };
}
