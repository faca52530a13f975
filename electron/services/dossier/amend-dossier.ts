import type { WriteDb } from '#electron/store/db.ts';
import { newestAbout } from '#electron/store/tables/about.ts';
import { dossierText } from '#electron/store/tables/dossiers.ts';
import type { UserId } from '#shared/base/ids.ts';
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
import { givenFields, mergeChange } from './merge-change.ts';
import { detailsSubject } from './project-life.ts';

const shapes = { cause: dossierTexts.cause, summary: dossierTexts.summary } as const;

type Said = Pick<HandlerInput<'dossier.amend'>, 'dossier' | 'base' | 'handler' | 'cause' | 'summary'>;
type Details = { readonly handler: UserId | null; readonly cause: string; readonly summary: string };

function write(tx: WriteDb, context: OfficeContext, said: Said): Result<undefined, Failure> {
  const { dossier, base, ...typed } = said;
  const row = openDossier(tx, dossier);
  if (!row.ok) return row;
  const { handler, cause, revision } = row.value;
  const subject = detailsSubject(dossier);
  const stored = { handler, cause, summary: dossierText(tx, dossier).summary };
  const merged = mergeChange<Details>(tx, { subject, revision, base, stored }, givenFields<Details>(typed));
  if (!merged.ok) return merged;
  const person = checkHandler(tx, merged.value.handler);
  if (!person.ok) return person;
  if (Object.keys(merged.value).length === 0) return ok(undefined);
  const basedOn = newestAbout(tx, subject);
  append(tx, context, [dossierAmended({ dossier, on: context.moment.today, basedOn, ...merged.value })]);
  return ok(undefined);
}

/** Changes descriptive fields; those left out stay as they are, and what they said before stays in the history. */
export const amendDossier: Handler<'dossier.amend'> = (context, input) => {
  const { dossier, base, handler, cause, summary } = input;
  const typed = { ...(cause === undefined ? {} : { cause }), ...(summary === undefined ? {} : { summary }) };
  const read = readTexts(typed, shapes);
  if (!read.ok) return err(badInput(read.error));
  const said = { dossier, base, handler, ...read.value.texts };
  const written = inOneTransaction(context, (tx) => write(tx, context, said));
  if (!written.ok) return written;
  return ok({ id: dossier, revision: nextRevision(context), warnings: [...read.value.warnings] });
};
