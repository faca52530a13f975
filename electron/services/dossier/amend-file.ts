import { findDossierFile } from '#electron/store/tables/dossier-files.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import { fileTexts } from '#shared/domain/dossier/text-shapes.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput, cleanTexts } from '../typed-text.ts';
import { knownDossier } from './dossier-now.ts';
import { fileAmended } from './file-facts.ts';

/** Changes what is written of a document; what is as it was is not recorded again. */
export const amendFile: Handler<'file.amend'> = (context, input) => {
  const { dossier, file, volume } = input;
  const clean = cleanTexts({ name: input.name ?? 'x', note: input.note ?? '' }, fileTexts);
  if (!clean.ok) return clean;
  const { name, note } = clean.value.texts;
  if (name === '') return err(badInput({ code: 'file.name-empty', field: 'name' }));
  const written = inOneTransaction(context, (tx) => {
    const known = knownDossier(tx, dossier);
    if (!known.ok) return known;
    const row = findDossierFile(tx, dossier, file);
    if (!row) return err(notFound('file'));
    const change = {
      ...(input.name === undefined || name === row.name ? {} : { name }),
      ...(input.note === undefined || note === row.note ? {} : { note }),
      ...(volume === undefined || volume === row.volume ? {} : { volume }),
    };
    if (Object.keys(change).length > 0) {
      append(tx, context, [fileAmended({ dossier, on: context.moment.today, id: file, ...change })]);
    }
    return ok(undefined);
  });
  return written.ok ? ok({ id: file, revision: nextRevision(context) }) : written;
};
