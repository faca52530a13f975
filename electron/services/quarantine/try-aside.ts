import { findQuarantined, quarantinedBytes, releaseQuarantined } from '#electron/store/tables/quarantine.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound, refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { takeWithHeld } from '../sync/take-package.ts';

/** Reads something set aside once more: after an update, or once a card was renewed, it may be usable. */
export const tryAside: Handler<'quarantine.again'> = (context, { id }) => {
  const { db } = context.open.store;
  if (!findQuarantined(db, id)) return err(notFound('quarantine'));
  const sealed = quarantinedBytes(db, id);
  if (!sealed) return err(refused('quarantine.no-bytes'));
  const read = takeWithHeld(context, sealed);
  if (!read.ok) return read;
  const { taken } = read.value;
  if (taken.outcome === 'for-another') return ok({ taken: false, code: 'package.not-for-us', ...revised(context) });
  if (taken.outcome === 'set-aside') return ok({ taken: false, code: taken.code, ...revised(context) });
  const released = inOneTransaction(context, (tx) => ok(releaseQuarantined(tx, id)));
  return released.ok ? ok({ taken: true, code: '', ...revised(context) }) : released;
};

const revised = (context: Parameters<typeof nextRevision>[0]): { revision: number } => ({
  revision: nextRevision(context),
});
