import { client } from './client.ts';

type Unsaved = { readonly title: string; readonly text: string };

/**
 * Typing the backend could not take: it stays in this window, and in memory alone because it may hold personal data,
 * until it is saved. A form that is left and opened again meanwhile finds it here.
 */
const held = new Map<string, Unsaved>();

/** Saves a draft; keeps it here when that fails. Answers when it was saved, undefined when it was not. */
export async function saveDraft(key: string, draft: Unsaved): Promise<string | undefined> {
  held.set(key, draft);
  const reply = await client().call('draft.save', { key, ...draft });
  if (!reply.ok) return undefined;
  // Something newer may have been typed while this was on its way.
  if (held.get(key) === draft) held.delete(key);
  return reply.value.savedAt;
}

/** What could not be saved under this key yet. */
export function unsavedDraft(key: string): string | undefined {
  return held.get(key)?.text;
}

/** Forgets what could not be saved: the form was submitted or begun anew. */
export function forgetUnsaved(key: string): void {
  held.delete(key);
}

/** Tries everything again that could not be saved. */
export async function saveUnsaved(): Promise<void> {
  for (const [key, draft] of [...held]) await saveDraft(key, draft);
}
