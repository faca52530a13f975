import { auditLineCount, auditPage } from '#electron/store/tables/audit-lines.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { recordedAt } from '../recorded-at.ts';

/** The audit trail of this device, newest first. Ids of people are shown as their names. */
export const listAudit: Handler<'audit.list'> = ({ open }, { offset, limit }) => {
  const { db } = open.store;
  const names = peopleNames(db);
  const rows = auditPage(db, offset, limit).map(({ id, at, person, act, about, reason }) => ({
    ...{ id, at: recordedAt(at), person: names.get(person) ?? person },
    ...{ act, about: names.get(about) ?? about, reason },
  }));
  return ok({ total: auditLineCount(db), rows });
};
