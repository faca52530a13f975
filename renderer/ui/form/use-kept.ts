import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { type DraftNews, type DraftStore, makeDraftKeeper } from './draft-store.ts';
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

/** Looks for the draft of what is begun, unless typing was faster; begins from the start again with every other store. */
function useBegun<V extends object>(drafts: DraftStore | undefined, initial: V, typedRef: { current: boolean }) {
  const [value, setValue] = useState(initial);
  const [restoredFrom, setRestoredFrom] = useState<string>();
  const first = useRef(initial);
  useEffect(() => {
    let here = true;
    typedRef.current = false;
    setValue(first.current);
    setRestoredFrom(undefined);
    void drafts?.load().then((held) => {
      const kept = held === null ? undefined : readDraft(held.text, first.current);
      if (!here || typedRef.current || held === null || kept === undefined) return;
      setValue(kept);
      setRestoredFrom(held.savedAt);
    });
    return () => {
      here = false;
    };
  }, [drafts, typedRef]);
  return { value, setValue, restoredFrom, setRestoredFrom, first };
}

/**
 * Keeps what is typed in a sheet that asks once, or beside a list. `drafts` is undefined while the sheet is closed; what
 * was typed and neither carried out nor begun anew stands there when it is opened again.
 */
export function useKept<V extends object>(initial: V, drafts: DraftStore | undefined): Kept<V> {
  const [news, setNews] = useState<DraftNews>();
  const typedRef = useRef(false);
  const { value, setValue, restoredFrom, setRestoredFrom, first } = useBegun(drafts, initial, typedRef);
  const keeper = useMemo(
    () => (drafts === undefined ? undefined : makeDraftKeeper(drafts, windowTimers, setNews)),
    [drafts],
  );
  useFlush(keeper);
  const others = drafts?.elsewhere ?? nowhereElse;
  const elsewhere = useSyncExternalStore(others.subscribe, others.now);
  return {
    value,
    set: (next) => {
      typedRef.current = true;
      setValue(next);
      keeper?.typed(writeDraft(next, {}));
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
