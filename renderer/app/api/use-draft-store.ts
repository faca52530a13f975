import { useMemo } from 'react';
import { client } from './client.ts';
import { forgetUnsaved, saveDraft, unsavedDraft } from './unsaved-drafts.ts';

/** A place for a form's typing in the encrypted database. `key` names the form and what it edits; `title` is for 今日. */
export type KeptDraft = {
  readonly load: () => Promise<{ readonly text: string; readonly savedAt: string } | null>;
  readonly save: (text: string) => Promise<string | undefined>;
  readonly discard: () => Promise<void>;
};

/** The draft store of one form, for the kit's useForm. The same key gives the same store. */
export function useDraftStore(key: string, title: string): KeptDraft {
  return useMemo(
    () => ({
      load: async () => {
        const unsaved = unsavedDraft(key);
        if (unsaved !== undefined) {
          const savedAt = await saveDraft(key, { title, text: unsaved });
          return { text: unsaved, savedAt: savedAt ?? '' };
        }
        const reply = await client().call('draft.get', { key });
        return reply.ok ? reply.value : null;
      },
      save: (text) => saveDraft(key, { title, text }),
      discard: async () => {
        forgetUnsaved(key);
        await client().call('draft.discard', { key });
      },
    }),
    [key, title],
  );
}
