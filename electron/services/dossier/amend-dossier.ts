import type { WriteDb } from '#electron/store/db.ts';
import { newestAbout } from '#electron/store/tables/about.ts';
import { dossierText } from '#electron/store/tables/dossiers.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { dossierTexts } from '#shared/domain/dossier/text-shapes.ts';
import { readTexts } from '#shared/domain/party/read-texts.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput } from '../typed-text.ts';
import { checkHandler, openDossier } from './dossier-now.ts';
import { dossierAmended } from './facts.ts';
import { detailsSubject } from './project-life.ts';

const shapes = { cause: dossierTexts.cause, summary: dossierTexts.summary } as const;

type Said = Pick<HandlerInput<'dossier.amend'>, 'dossier' | 'handler' | 'cause' | 'summary'>;

/** Only what differs from what the file says: a fact that changes nothing is none. */
function write(tx: WriteDb, context: OfficeContext, said: Said): Result<undefined, Failure> {
  const { dossier, handler, cause, summary } = said;
  const row = openDossier(tx, dossier);
  if (!row.ok) return row;
  const person = checkHandler(tx, handler);
  if (!person.ok) return person;
  const changed = {
    ...(handler === undefined || handler === row.value.handler ? {} : { handler }),
    ...(cause === undefined || cause === row.value.cause ? {} : { cause }),
    ...(summary === undefined || summary === dossierText(tx, dossier).summary ? {} : { summary }),
  };
  if (Object.keys(changed).length === 0) return ok(undefined);
  const basedOn = newestAbout(tx, detailsSubject(dossier));
  append(tx, context, [dossierAmended({ dossier, on: context.moment.today, basedOn, ...changed })]);
  return ok(undefined);
}

/** Changes descriptive fields; those left out stay as they are, and what they said before stays in the history. */
export const amendDossier: Handler<'dossier.amend'> = (context, input) => {
  const { dossier, handler, cause, summary } = input;
  const typed = { ...(cause === undefined ? {} : { cause }), ...(summary === undefined ? {} : { summary }) };
  const read = readTexts(typed, shapes);
  if (!read.ok) return err(badInput(read.error));
  const said = { dossier, handler, ...read.value.texts };
  const written = inOneTransaction(context, (tx) => write(tx, context, said));
  if (!written.ok) return written;
  return ok({ id: dossier, revision: nextRevision(context), warnings: [...read.value.warnings] });
};
