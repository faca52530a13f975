import { aboutCount, aboutPage } from '#electron/store/tables/about.ts';
import { findDossier } from '#electron/store/tables/dossiers.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { recordedAt } from '../recorded-at.ts';
import { partnerName } from '../request/request-row.ts';
import { cleanShown } from '../request/typed-text.ts';

/** Every fact about a file, newest first: who recorded it, when and from which device. Codes, dates and ids only. */
export const listHistory: Handler<'dossier.history'> = ({ open }, { dossier, offset, limit }) => {
  const { db } = open.store;
  if (!findDossier(db, dossier)) return err(notFound('dossier'));
  const names = peopleNames(db);
  const rows = aboutPage(db, dossier, offset, limit).map(({ entry, header }) => ({
    ...{ id: entry, kind: header.kind, on: header.on, recordedAt: recordedAt(header.at) },
    // People of another office are known here by their office alone.
    person: header.office === open.office ? (names.get(header.actor) ?? header.actor) : partnerName(db, header.office),
    ...{ device: header.device, facts: cleanShown({ ...header.facts }) },
  }));
  return ok({ total: aboutCount(db, dossier), rows });
};
