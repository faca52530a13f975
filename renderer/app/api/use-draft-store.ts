import { useMemo } from 'react';
import {
  type DraftSaved,
  discardDraft,
  keptDraft,
  onWrittenElsewhere,
  saveDraft,
  unsavedDraft,
  writtenElsewhere,
} from './window-drafts.ts';

/** A place for a form's typing in the encrypted database. `key` names the form and what it edits; `title` is for 今日. */
export type KeptDraft = {
  readonly load: () => Promise<{ readonly text: string; readonly savedAt: string } | null>;
  readonly save: (text: string) => Promise<DraftSaved>;
  readonly discard: () => Promise<void>;
  /** Whether another window keeps a draft of the same form, as the last answer said. */
  readonly elsewhere: { readonly now: () => boolean; readonly subscribe: (listener: () => void) => () => void };
};

/** The draft store of one form, for the kit's useForm. The same key gives the same store. */
export function useDraftStore(key: string, title: string): KeptDraft {
  return useMemo(
    () => ({
      load: async () => {
        const unsaved = unsavedDraft(key);
        if (unsaved !== undefined) {
          const saved = await saveDraft(key, { title, text: unsaved });
          return { text: unsaved, savedAt: typeof saved === 'string' ? '' : saved.at };
        }
        return keptDraft(key);
      },
      save: (text) => saveDraft(key, { title, text }),
      discard: () => discardDraft(key),
      elsewhere: { now: () => writtenElsewhere(key), subscribe: onWrittenElsewhere },
    }),
    [key, title],
  );
}
