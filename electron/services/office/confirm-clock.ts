import { err, ok } from '#shared/base/result.ts';
import { refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { clockBehind } from '../latest-day.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput, cleanTexts } from '../typed-text.ts';
import { auditFact } from './audit-fact.ts';

const shapes = { reason: { max: 500, multiline: true } } as const;

/**
 * A person says that the machine's clock is right now and stood ahead before: days are counted from today again. Recorded
 * in the audit chain; what was recorded under the wrong clock keeps its time.
 */
export const confirmClock: Handler<'office.confirmClock'> = (context, { today, reason }) => {
  const clean = cleanTexts({ reason }, shapes);
  if (!clean.ok) return clean;
  if (clean.value.texts.reason === '') return err(badInput({ code: 'office.clock-no-reason', field: 'reason' }));
  const { moment } = context;
  if (today !== moment.today) return err(refused('office.clock-other-day'));
  const written = inOneTransaction(context, (tx) => {
    const newest = clockBehind(tx, moment);
    if (newest === undefined) return err(refused('office.clock-not-behind'));
    const said = { about: newest, reason: clean.value.texts.reason };
    append(tx, context, [auditFact(context, 'audit.clock', said)]);
    return ok(undefined);
  });
  return written.ok ? ok({ revision: nextRevision(context) }) : written;
};
