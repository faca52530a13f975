import { findQuarantined, quarantinedBytes } from '#electron/store/tables/quarantine.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound, refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { auditFact } from '../office/audit-fact.ts';

/** Bytes given in one call. */
const piece = 1_048_576;

/** Gives the bytes of something set aside, piece by piece, and records that they leave the program. */
export const exportAside: Handler<'quarantine.export'> = (context, { id, offset }) => {
  const { db } = context.open.store;
  const aside = findQuarantined(db, id);
  if (!aside) return err(notFound('quarantine'));
  const bytes = quarantinedBytes(db, id);
  if (!bytes) return err(refused('quarantine.no-bytes'));
  if (offset === 0) {
    const recorded = inOneTransaction(context, (tx) => {
      append(tx, context, [auditFact(context, 'audit.exported', { about: id })]);
      return ok(undefined);
    });
    if (!recorded.ok) return recorded;
  }
  // No ending that a machine opens: what is in there was not believed.
  const fileName = `xieban-${id.slice(0, 16)}.bin`;
  return ok({ fileName, size: bytes.length, bytes: Uint8Array.from(bytes.subarray(offset, offset + piece)) });
};
