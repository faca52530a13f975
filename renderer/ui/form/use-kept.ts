import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { type DraftKeeper, type DraftNews, type DraftStore, makeDraftKeeper } from './draft-store.ts';
import { type DraftState, nowhereElse, readDraft, useFlush, windowTimers, writeDraft } from './use-draft.ts';

/** Typing that stands outside of a form's shell and is kept as a form's is. */
export type Kept<V extends object> = {
  readonly value: V;
  readonly set: (value: V) => void;
  /** What the line of the draft says of it. */
  readonly draft: Pick<DraftState, 'news' | 'restoredFrom' | 'elsewhere' | 'startOver'>;
  /** It was carried out: forgets the draft. */
  readonly done: () => Promise<void>;
};

/** Whether the draft was looked for, and what was typed before. */
type Early<V> = { readonly looked: boolean; readonly typed: V | undefined };

/**
 * Looks for the draft of what is begun, which stands before the few keys that were faster; begins from the start again
 * with every other store.
 */
function useBegun<V extends object>(
  drafts: DraftStore | undefined,
  keeper: DraftKeeper | undefined,
  initial: V,
  earlyRef: { current: Early<V> },
) {
  const [value, setValue] = useState(initial);
  const [restoredFrom, setRestoredFrom] = useState<string>();
  const first = useRef(initial);
  useEffect(() => {
    let here = true;
    earlyRef.current = { looked: false, typed: undefined };
    setValue(first.current);
    setRestoredFrom(undefined);
    const looking = drafts?.load().catch(() => null);
    void looking?.then((held) => {
      if (!here) return;
      const { typed } = earlyRef.current;
      earlyRef.current = { looked: true, typed: undefined };
      const kept = held === null ? undefined : readDraft(held.text, first.current);
      if (held !== null && kept !== undefined) {
        setValue(kept);
        setRestoredFrom(held.savedAt);
      } else if (typed !== undefined) keeper?.typed(writeDraft(typed, {}));
    });
    return () => {
      here = false;
    };
  }, [drafts, keeper, earlyRef]);
  return { value, setValue, restoredFrom, setRestoredFrom, first };
}

/**
 * Keeps what is typed in a sheet that asks once, or beside a list. `drafts` is undefined while the sheet is closed; what
 * was typed and neither carried out nor begun anew stands there when it is opened again.
 */
export function useKept<V extends object>(initial: V, drafts: DraftStore | undefined): Kept<V> {
  const [news, setNews] = useState<DraftNews>();
  const earlyRef = useRef<Early<V>>({ looked: false, typed: undefined });
  const keeper = useMemo(
    () => (drafts === undefined ? undefined : makeDraftKeeper(drafts, windowTimers, setNews)),
    [drafts],
  );
  const { value, setValue, restoredFrom, setRestoredFrom, first } = useBegun(drafts, keeper, initial, earlyRef);
  useFlush(keeper);
  const others = drafts?.elsewhere ?? nowhereElse;
  const elsewhere = useSyncExternalStore(others.subscribe, others.now);
  return {
    value,
    set: (next) => {
      setValue(next);
      // Never over a draft that was not looked for yet.
      if (earlyRef.current.looked) keeper?.typed(writeDraft(next, {}));
      else earlyRef.current = { looked: false, typed: next };
    },
    draft: {
      ...{ news, restoredFrom, elsewhere },
      startOver: () => {
        setRestoredFrom(undefined);
        setNews(undefined);
        setValue(first.current);
        void keeper?.drop().then(() => drafts?.discard());
      },
    },
    done: async () => {
      await keeper?.drop();
      await drafts?.discard();
    },
  };
}
