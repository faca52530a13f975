import { dossierFilesOf, findDossierFile, otherDossiersWith } from '#electron/store/tables/dossier-files.ts';
import { findFile } from '#electron/store/tables/files.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound, refused } from '#shared/contract/failure.ts';
import { fileTexts } from '#shared/domain/dossier/text-shapes.ts';
import type { Handler } from '../context.ts';
import { readFile } from '../file/read-file.ts';
import { sniff } from '../file/sniff.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput, cleanTexts } from '../typed-text.ts';
import { knownDossier } from './dossier-now.ts';
import { fileAttached } from './file-facts.ts';
import { newId } from './read-input.ts';

/** Other dossiers with the same bytes that are named. */
const mostNamed = 5;
/** Bytes from which a file's type is told. */
const headBytes = 64;

/** Puts a file that was taken in on a dossier, also on a closed one: what arrives late still belongs to it. */
export const attachFile: Handler<'dossier.attach'> = async (context, input) => {
  const { dossier, manifest, volume, replaces } = input;
  const clean = cleanTexts(input, fileTexts);
  if (!clean.ok) return clean;
  if (clean.value.texts.name === '') return err(badInput({ code: 'file.name-empty', field: 'name' }));
  const size = findFile(context.open.store.db, manifest)?.size;
  if (size === undefined) return err(notFound('file'));
  const head = await readFile(context, { manifest, offset: 0, length: headBytes });
  if (!head.ok) return head;
  const { mime } = sniff(head.value.bytes);
  const id = newId(context);
  const written = inOneTransaction(context, (tx) => {
    const row = knownDossier(tx, dossier);
    if (!row.ok) return row;
    const there = dossierFilesOf(tx, dossier).some(
      (file) => file.manifest === manifest && (file.volume === volume || file.id === replaces),
    );
    if (there) return err(refused('file.already-on-dossier'));
    if (replaces !== null && !findDossierFile(tx, dossier, replaces)) return err(notFound('file'));
    const on = context.moment.today;
    append(tx, context, [
      fileAttached({ dossier, on, id, manifest, size, mime, volume, replaces, ...clean.value.texts }),
    ]);
    return ok(otherDossiersWith(tx, manifest, dossier, mostNamed));
  });
  return written.ok ? ok({ id, revision: nextRevision(context), alsoOn: [...written.value] }) : written;
};
