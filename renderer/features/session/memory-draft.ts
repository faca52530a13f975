import type { DraftStore } from '#renderer/ui/form/draft-store.ts';

const held = new Map<string, { readonly text: string; readonly savedAt: string }>();

/** Members of a form that are never kept, not even in memory. */
const secrets: ReadonlySet<string> = new Set(['passphrase', 'again', 'recoveryKey', 'otherShare']);

/**
 * Keeps a form's typing while this window is open, for forms that stand before there is a database to keep it in.
 * Secrets come back empty.
 */
export function memoryDraft(form: string): DraftStore {
  return {
    load: () => Promise.resolve(held.get(form) ?? null),
    save: (text) => {
      const savedAt = new Date().toISOString();
      const kept = JSON.stringify(JSON.parse(text), (key, value: unknown) => (secrets.has(key) ? '' : value));
      held.set(form, { text: kept, savedAt });
      return Promise.resolve({ at: savedAt });
    },
    discard: () => {
      held.delete(form);
      return Promise.resolve();
    },
  };
}
