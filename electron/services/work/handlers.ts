import type { Handlers } from '../context.ts';
import { cancelWork } from './cancel-work.ts';
import { listWorks } from './list-works.ts';

/** Calls about long pieces of work. */
export const workHandlers = {
  'work.list': listWorks,
  'work.cancel': cancelWork,
} satisfies Partial<Handlers>;
