import { findLink } from '#electron/store/tables/links.ts';
import { officeSecrets } from '#electron/store/tables/office-secrets.ts';
import { allPartners } from '#electron/store/tables/partners.ts';
import { shanghaiDate } from '#shared/base/local-date.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { ownCard } from '../partner/own-card.ts';

/** The office's sealing keys and the partners whose latest receipt does not name the card they stand in now. */
export const sealingKeys: Handler<'keys.sealing'> = ({ open }) => {
  const { db } = open.store;
  const keys = officeSecrets(db).filter(({ purpose }) => purpose === 'sealing');
  const card = ownCard(open)?.hash;
  const behind = allPartners(db).flatMap(({ office, name }) => {
    const theirs = findLink(db, office)?.theirs;
    return theirs && theirs.card === card ? [] : [{ office, name, heard: theirs !== null && theirs !== undefined }];
  });
  return ok({ madeOn: shanghaiDate(keys.at(-1)?.madeAt ?? 0), older: Math.max(0, keys.length - 1), behind });
};
