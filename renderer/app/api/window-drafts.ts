import type { CallInput, CallOutput } from '#shared/contract/contract.ts';
import { draftTitleMost } from '#shared/contract/draft.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { client } from './client.ts';
import { draftWriter as writer } from './draft-writer.ts';

/** When a draft was saved; that it could not be now; or that this text can never be, as one that is too long. */
export type DraftSaved = { readonly at: string } | 'not-now' | 'never';

type Unsaved = { readonly title: string; readonly text: string };

/**
 * Typing the backend could not take: it stays in this window, and in memory alone because it may hold personal data,
 * until it is saved. A form that is left and opened again meanwhile finds it here.
 */
const held = new Map<string, Unsaved>();

/** The drafts of other windows that forms of this one began from, until it keeps its own. */
const begunFrom = new Map<string, NonNullable<CallInput<'draft.save'>['over']>>();

const elsewhere = new Set<string>();
const listeners = new Set<() => void>();

function tell(key: string, others: boolean): void {
  if (elsewhere.has(key) === others) return;
  if (others) elsewhere.add(key);
  else elsewhere.delete(key);
  for (const listener of [...listeners]) listener();
}

/** Whether another window keeps a draft of this form too. */
export function writtenElsewhere(key: string): boolean {
  return elsewhere.has(key);
}

/** Calls the listener whenever `writtenElsewhere` may have changed; the answer removes it. */
export function onWrittenElsewhere(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Looks for a draft: this window's, else the newest of another, which the form then begins from. */
export async function keptDraft(key: string): Promise<CallOutput<'draft.get'>> {
  const reply = await client().call('draft.get', { key, writer });
  if (!reply.ok) return null;
  const { value } = reply;
  if (value !== null && value.mark.writer !== writer) begunFrom.set(key, value.mark);
  tell(key, value?.others ?? false);
  return value;
}

/** A draft as it is will be refused again however often it is sent: it is longer than what one call may carry. */
const isFinal = ({ kind }: Failure): boolean => kind === 'bad-input' || kind === 'too-large';

/** Saves a draft; keeps it here when that fails. Answers when it was saved, or whether it can be at all. */
export async function saveDraft(key: string, draft: Unsaved): Promise<DraftSaved> {
  held.set(key, draft);
  const title = draft.title.slice(0, draftTitleMost).toWellFormed();
  const over = begunFrom.get(key) ?? null;
  const reply = await client().call('draft.save', { key, title, text: draft.text, writer, over });
  if (!reply.ok) return isFinal(reply.failure) ? 'never' : 'not-now';
  begunFrom.delete(key);
  tell(key, reply.value.others);
  // Something newer may have been typed while this was on its way.
  if (held.get(key) === draft) held.delete(key);
  return { at: reply.value.savedAt };
}

/** Forgets a draft: the form was submitted or begun anew. What another window went on writing stays. */
export async function discardDraft(key: string): Promise<void> {
  held.delete(key);
  const over = begunFrom.get(key) ?? null;
  begunFrom.delete(key);
  await client().call('draft.discard', { key, writer, over });
}

/** What could not be saved under this key yet. */
export function unsavedDraft(key: string): string | undefined {
  return held.get(key)?.text;
}

/** Tries everything again that could not be saved. */
export async function saveUnsaved(): Promise<void> {
  for (const [key, draft] of [...held]) await saveDraft(key, draft);
}
