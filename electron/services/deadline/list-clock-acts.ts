import { clockEventsOf } from '#electron/store/tables/clock-events.ts';
import { findDossier } from '#electron/store/tables/dossiers.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import { limitKeyText } from '#shared/domain/deadline/limit-key.ts';
import { mayRecord } from '#shared/domain/deadline/may-record.ts';
import { movesAfterClosing } from '#shared/domain/dossier/steps/step-clocks.ts';
import type { Handler } from '../context.ts';
import { computeLimit } from './compute-limit.ts';

/** The clock events a person may sensibly record on a file's limit now; on a closed file only the stop and the counting anew of one that goes on. */
export const listClockActs: Handler<'clock.may'> = ({ open, moment }, { dossier, ruleId, of }) => {
  const { db } = open.store;
  const row = findDossier(db, dossier);
  if (!row) return err(notFound('dossier'));
  const events = clockEventsOf(db, dossier).get(limitKeyText({ rule: ruleId, of })) ?? [];
  const deadline = computeLimit(db, ruleId, events, moment.today);
  if (!deadline) return ok([]);
  const may = mayRecord(deadline).filter((type) => type !== 'START');
  return ok(row.status === 'closed' ? may.filter((type) => movesAfterClosing(ruleId, type, row.stage)) : may);
};
