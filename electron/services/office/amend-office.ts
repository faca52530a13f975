import { err, ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { cleanTexts, emptyText } from '../typed-text.ts';
import { officeAmended } from './facts.ts';

/** Changes how the office is named and reached; letters written from now on say so. */
export const amendOffice: Handler<'office.amend'> = (context, { name, address, postcode, phone, uscc }) => {
  const clean = cleanTexts({
    name: { value: name, max: 120 },
    address: { value: address, max: 300 },
    postcode: { value: postcode, max: 12 },
    phone: { value: phone, max: 40 },
    uscc: { value: uscc, max: 18 },
  });
  if (!clean.ok) return clean;
  if (clean.value.texts.name === '') return err(emptyText('office.name-empty', 'name'));
  const written = inOneTransaction(context, (tx) => {
    append(tx, context, [officeAmended(context.moment.today, clean.value.texts)]);
    return ok(undefined);
  });
  return written.ok ? ok({ revision: nextRevision(context) }) : written;
};
