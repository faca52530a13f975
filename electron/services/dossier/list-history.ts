import { aboutCount, aboutPage } from '#electron/store/tables/about.ts';
import { findDossier } from '#electron/store/tables/dossiers.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { recordedAt } from '../recorded-at.ts';

/** Every fact about a file, newest first: who recorded it, when and from which device. Codes, dates and ids only. */
export const listHistory: Handler<'dossier.history'> = ({ open }, { dossier, offset, limit }) => {
  const { db } = open.store;
  if (!findDossier(db, dossier)) return err(notFound('dossier'));
  const names = peopleNames(db);
  const rows = aboutPage(db, dossier, offset, limit).map(({ entry, header }) => ({
    ...{ id: entry, kind: header.kind, on: header.on, recordedAt: recordedAt(header.at) },
    ...{ person: names.get(header.actor) ?? header.actor, device: header.device, facts: { ...header.facts } },
  }));
  return ok({ total: aboutCount(db, dossier), rows });
};
