import type { Handlers } from '../context.ts';
import { showLastAct, undoAct } from './undo-act.ts';

/** Calls that take acts back. */
export const undoHandlers = {
  'dossier.lastAct': showLastAct,
  'dossier.undo': undoAct,
} satisfies Partial<Handlers>;
