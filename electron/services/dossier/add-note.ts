import { err, ok } from '#shared/base/result.ts';
import { noteTexts } from '#shared/domain/dossier/text-shapes.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput, cleanTexts } from '../typed-text.ts';
import { knownDossier } from './dossier-now.ts';
import { noteAdded } from './facts.ts';
import { newId } from './read-input.ts';

/** A note on the file, also on a closed one. Never leaves the office. */
export const addNote: Handler<'note.add'> = (context, { dossier, text }) => {
  const clean = cleanTexts({ text }, noteTexts);
  if (!clean.ok) return clean;
  const note = clean.value.texts.text;
  if (note === '') return err(badInput({ code: 'note.empty', field: 'text' }));
  const id = newId(context);
  const written = inOneTransaction(context, (tx) => {
    const row = knownDossier(tx, dossier);
    if (!row.ok) return row;
    append(tx, context, [noteAdded(context.moment.today, dossier, id, note)]);
    return ok(undefined);
  });
  return written.ok ? ok({ id, revision: nextRevision(context) }) : written;
};
