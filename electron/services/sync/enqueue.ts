import type { WriteDb } from '#electron/store/db.ts';
import { saveLink } from '#electron/store/tables/links.ts';
import { appendToStream } from '#electron/store/tables/streams.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import type { Entry } from '#shared/protocol/entry.ts';
import { planResend } from '#shared/protocol/schedule.ts';
import { extendStream } from '#shared/protocol/stream.ts';
import type { Writing } from '../journal/append.ts';
import { linkOf } from './link-of.ts';

/**
 * Puts stored entries at the end of our stream to a partner, in the transaction that stored them: from then on they are
 * sent until the partner's own signed receipt covers them.
 */
export function enqueue(tx: WriteDb, writing: Writing, partner: OfficeId, entries: readonly Entry[]): void {
  let link = linkOf(tx, partner, writing.random);
  for (const entry of entries) {
    const out = extendStream(link.out, entry.id, writing.open.suite);
    appendToStream(tx, partner, out, entry.id);
    link = { ...link, out };
  }
  saveLink(tx, planResend(link, writing.moment.at));
}
