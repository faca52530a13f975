import { dossierFilesOf } from '#electron/store/tables/dossier-files.ts';
import { err, ok } from '#shared/base/result.ts';
import { refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { knownDossier } from './dossier-now.ts';
import { filesOrdered } from './file-facts.ts';

/** Puts the documents of a volume in order. Refused when another window added or removed one meanwhile. */
export const orderFiles: Handler<'file.order'> = (context, { dossier, volume, files }) => {
  const written = inOneTransaction(context, (tx) => {
    const known = knownDossier(tx, dossier);
    if (!known.ok) return known;
    const here = dossierFilesOf(tx, dossier).filter((file) => file.volume === volume);
    const named = new Set<string>(files);
    const same = here.length === files.length && here.length === named.size && here.every(({ id }) => named.has(id));
    if (!same) return err(refused('file.order-outdated'));
    append(tx, context, [filesOrdered(dossier, context.moment.today, volume, files)]);
    return ok(undefined);
  });
  return written.ok ? ok({ id: dossier, revision: nextRevision(context) }) : written;
};
