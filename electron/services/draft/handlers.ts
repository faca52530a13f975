import type { Handlers } from '../context.ts';
import { discardDraft } from './discard-draft.ts';
import { getDraft } from './get-draft.ts';
import { listDrafts } from './list-drafts.ts';
import { saveDraft } from './save-draft.ts';

/** Calls about what was typed and not submitted. */
export const draftHandlers = {
  'draft.save': saveDraft,
  'draft.get': getDraft,
  'draft.list': listDrafts,
  'draft.discard': discardDraft,
} satisfies Partial<Handlers>;
