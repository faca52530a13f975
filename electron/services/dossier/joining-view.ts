import type { ReadDb } from '#electron/store/db.ts';
import { type JoiningRow, joiningsOf } from '#electron/store/tables/dossier-joinings.ts';
import { type DossierRow, findDossier } from '#electron/store/tables/dossiers.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { JoinedFile, Joining } from '#shared/domain/dossier/joining.ts';
import { stageOf } from './standing.ts';

/** A stored joining as the domain takes it. */
export function joiningIn({ id, lead, other, on, partedOn, struckBy }: JoiningRow): Joining {
  const parted = partedOn === '' ? null : localDate(partedOn);
  return { id, lead, other, on: localDate(on), partedOn: parted, struck: struckBy !== '' };
}

/** What of a file is looked at when it is joined or parted. */
export function joinedFile(db: ReadDb, row: DossierRow): JoinedFile {
  return {
    ...{ id: row.id, side: row.side, stage: stageOf(db, row) },
    acceptedOn: row.acceptedOn === null ? null : localDate(row.acceptedOn),
    joinings: joiningsOf(db, row.id).map(joiningIn),
  };
}

/** The files one is or was heard together with, in the order this was recorded. */
export function joiningsView(db: ReadDb, id: DossierId): CallOutput<'dossier.get'>['joinings'] {
  return joiningsOf(db, id).flatMap(({ n: _n, lead, other, struckBy, ...said }) => {
    const there = findDossier(db, lead === id ? other : lead);
    if (!there) return [];
    const { id: dossier, caseNo, windowNo, title, status } = there;
    return [
      { ...said, dossier, number: caseNo ?? windowNo, title, status, leads: lead === id, struck: struckBy !== '' },
    ];
  });
}
