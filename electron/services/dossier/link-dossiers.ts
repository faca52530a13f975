import type { ReadDb } from '#electron/store/db.ts';
import { linksOf } from '#electron/store/tables/dossier-links.ts';
import { findDossier } from '#electron/store/tables/dossiers.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { notFound, refused } from '#shared/contract/failure.ts';
import { inverseLink, isLinkKind, ofSeparation } from '#shared/domain/dossier/links.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { knownDossier } from './dossier-now.ts';

/** The files tied to one, each with what it is to that file; ties of a kind only a newer version knows are left out. */
export function linksView(db: ReadDb, id: DossierId): CallOutput<'dossier.get'>['links'] {
  return linksOf(db, id).flatMap(({ dossier, other, kind, back }) => {
    const row = findDossier(db, back ? dossier : other);
    if (!row || !isLinkKind(kind)) return [];
    const { id: there, caseNo, windowNo, title, side, status } = row;
    return [{ id: there, number: caseNo ?? windowNo, title, side, status, link: back ? inverseLink(kind) : kind }];
  });
}

/** Ties two files together. Closed files too: what came later is often known when the earlier one has ended. */
export const linkDossier: Handler<'dossier.link'> = (context, { dossier, other, link }) => {
  const written = inOneTransaction(context, (tx) => {
    const row = knownDossier(tx, dossier);
    if (!row.ok) return row;
    if (dossier === other) return err({ ...refused('dossier.link-itself'), field: 'other' });
    if (!findDossier(tx, other)) return err({ ...notFound('dossier'), field: 'other' });
    const same = linksView(tx, dossier).some((known) => known.id === other && known.link === link);
    if (same) return err({ ...refused('dossier.link-twice'), field: 'other' });
    append(tx, context, [{ kind: 'dossier.linked', on: context.moment.today, facts: { dossier, other, link } }]);
    return ok(undefined);
  });
  return written.ok ? ok({ id: other, revision: nextRevision(context) }) : written;
};

/** Takes the ties between two files away; that there were any stays in the history of both. */
export const unlinkDossier: Handler<'dossier.unlink'> = (context, { dossier, other }) => {
  const written = inOneTransaction(context, (tx) => {
    const row = knownDossier(tx, dossier);
    if (!row.ok) return row;
    const ties = linksView(tx, dossier).filter(({ id }) => id === other);
    if (ties.length === 0) return err(notFound('link'));
    if (ties.some(({ link }) => ofSeparation(link))) return err(refused('dossier.link-of-separation'));
    append(tx, context, [{ kind: 'dossier.unlinked', on: context.moment.today, facts: { dossier, other } }]);
    return ok(undefined);
  });
  return written.ok ? ok({ id: other, revision: nextRevision(context) }) : written;
};
