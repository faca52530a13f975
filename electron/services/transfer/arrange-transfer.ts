import { arrange, arrangedWith, firstPlace, forgetOthers } from '#electron/store/tables/transfers.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { filesDue, filesToFetch, type Standing } from '../sync/files-due.ts';

type Asked = Parameters<Handler<'transfer.arrange'>>[1];

function onTheirWay({ open, clock, random }: OfficeContext, { direction, office }: Asked): readonly Standing[] {
  return direction === 'out' ? filesDue({ open, clock, random }, office) : filesToFetch(open.store.db, office);
}

/**
 * Pauses a file on the networks, lets it go on, or moves it to the front; a file that is over is not found. Moving to the
 * front lets it go on. What was arranged of files that are over is forgotten.
 */
export const arrangeTransfer: Handler<'transfer.arrange'> = (context, asked) => {
  const { direction, office, manifest, act } = asked;
  const files = onTheirWay(context, asked).map((file) => file.manifest);
  if (!files.includes(manifest)) return err(notFound('transfer'));
  return inOneTransaction(context, (tx) => {
    forgetOthers(tx, { office, direction }, files);
    const place = arrangedWith(tx, office, direction).get(manifest)?.place ?? 0;
    const next = act === 'front' ? firstPlace(tx) : place;
    arrange(tx, { office, direction, manifest }, { paused: act === 'pause', place: next });
    return ok({ revision: nextRevision(context) });
  });
};
