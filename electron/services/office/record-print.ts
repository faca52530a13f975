import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { cleanTexts } from '../typed-text.ts';
import { auditFact } from './audit-fact.ts';

const shapes = { about: { max: 100 }, note: { max: 500, multiline: true } } as const;

/** Records that something is about to be printed or exported. */
export const recordPrint: Handler<'audit.printed'> = (context, { what, about, note }) => {
  const clean = cleanTexts({ about, note }, shapes);
  if (!clean.ok) return clean;
  const said = { about: what, named: clean.value.texts.about, reason: clean.value.texts.note, facts: { what } };
  const line = auditFact(context, 'audit.printed', said);
  const written = inOneTransaction(context, (tx) => {
    append(tx, context, [line]);
    return ok(undefined);
  });
  return written.ok ? ok({ revision: nextRevision(context) }) : written;
};
