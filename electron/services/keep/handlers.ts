import type { Handlers } from '../context.ts';
import { makeBackup } from './make-backup.ts';
import { rebuildStore } from './rebuild-store.ts';
import { restoreFromBackup } from './restore-from-backup.ts';
import { verifyStore } from './verify-store.ts';

/** Calls about copies, proofs and rebuilding. */
export const keepHandlers = {
  'backup.make': makeBackup,
  'backup.restore': restoreFromBackup,
  'store.verify': verifyStore,
  'store.rebuild': rebuildStore,
} satisfies Partial<Handlers>;
