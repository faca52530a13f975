import type { ReadDb } from '#electron/store/db.ts';
import { newestPapers } from '#electron/store/tables/papers.ts';
import { allPartners } from '#electron/store/tables/partners.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import type { CommissionLetter } from '#shared/contract/letter.ts';
import { readCommission } from './letter-content.ts';

/** How many of our letters are looked through. */
const lookedAt = 50;

/** Lines of a letter that are nearly always those of the one before: our department, and where this partner is. */
export function usualLines(
  db: ReadDb,
  partner: OfficeId | undefined,
): Pick<CommissionLetter, 'department' | 'toAddress'> {
  const [first, ...others] = allPartners(db);
  const to = partner ?? (others.length === 0 ? first?.office : undefined);
  let [department, toAddress] = ['', ''];
  for (const paper of newestPapers(db, 'commission', lookedAt)) {
    const letter = paper.content === '' ? undefined : readCommission(JSON.parse(paper.content))?.letter;
    if (department === '') department = letter?.department ?? '';
    if (toAddress === '' && paper.partner === to) toAddress = letter?.toAddress ?? '';
    if (department !== '' && toAddress !== '') break;
  }
  return { department, toAddress };
}
