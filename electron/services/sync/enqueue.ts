import type { WriteDb } from '#electron/store/db.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import type { Entry } from '#shared/protocol/entry.ts';
import type { Writing } from '../journal/append.ts';
import { stepWithin } from './run-step.ts';

/**
 * Puts stored entries at the end of our stream to a partner, in the transaction that stored them: from then on they are
 * sent until the partner's own signed receipt covers them.
 */
export function enqueue(tx: WriteDb, writing: Writing, partner: OfficeId, entries: readonly Entry[]): void {
  const exchange = { open: writing.open, random: writing.random, clock: { now: () => writing.moment.at } };
  stepWithin(tx, exchange, partner, () => ({ type: 'appended', entries: entries.map(({ id }) => id) }));
}
