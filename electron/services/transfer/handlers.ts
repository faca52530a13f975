import type { Handlers } from '../context.ts';
import { arrangeTransfer } from './arrange-transfer.ts';
import { listTransfers } from './list-transfers.ts';

/** Calls about files on their way. */
export const transferHandlers = {
  'transfer.list': listTransfers,
  'transfer.arrange': arrangeTransfer,
} satisfies Partial<Handlers>;
