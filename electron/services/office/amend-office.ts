import { err, ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput, cleanTexts } from '../typed-text.ts';
import { officeAmended } from './facts.ts';

const shapes = {
  name: { max: 120 },
  address: { max: 300 },
  postcode: { max: 12 },
  phone: { max: 40 },
  uscc: { max: 18 },
} as const;

/** Changes how the office is named and reached; letters written from now on say so. */
export const amendOffice: Handler<'office.amend'> = (context, input) => {
  const clean = cleanTexts(input, shapes);
  if (!clean.ok) return clean;
  if (clean.value.texts.name === '') return err(badInput({ code: 'office.name-empty', field: 'name' }));
  const written = inOneTransaction(context, (tx) => {
    append(tx, context, [officeAmended(context.moment.today, clean.value.texts)]);
    return ok(undefined);
  });
  return written.ok ? ok({ revision: nextRevision(context) }) : written;
};
