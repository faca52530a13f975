import { findDossierFile } from '#electron/store/tables/dossier-files.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { openDossier } from './dossier-now.ts';
import { memberRemoved } from './facts.ts';

/** Takes a document off a file that is still open; that it was there stays in the history. */
export const detachFile: Handler<'dossier.detach'> = (context, { dossier, file }) => {
  const written = inOneTransaction(context, (tx) => {
    const row = openDossier(tx, dossier);
    if (!row.ok) return row;
    if (!findDossierFile(tx, dossier, file)) return err(notFound('file'));
    const said = { dossier, on: context.moment.today, basedOn: undefined, item: file };
    append(tx, context, [memberRemoved('file', said)]);
    return ok(undefined);
  });
  return written.ok ? ok({ id: file, revision: nextRevision(context) }) : written;
};
