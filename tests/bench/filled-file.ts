import { numberSortKey, searchTextOf } from '#electron/services/dossier/search-text.ts';
import type { SearchText } from '#electron/store/search/search-index.ts';
import type { DossierRow } from '#electron/store/tables/dossiers.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { addDays, localDate } from '#shared/base/local-date.ts';
import { madeUpFile } from './made-up-words.ts';

/** The day the measured lists are asked on. */
export const benchToday = localDate('2026-11-20');

/** A made-up file as both of the measured files hold it. */
export type Filled = { readonly row: DossierRow; readonly text: SearchText };

/** The `n`th of the made-up files. */
export function filledFile(n: number): Filled {
  const { number, worker, employer, summary, status, dueIn, receivedIn } = madeUpFile(n);
  const id = `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` as DossierId;
  const nextDue = dueIn === null ? null : addDays(benchToday, dueIn);
  const row: DossierRow = {
    ...{ id, side: 'arb', status, windowNo: `青收${n + 1}`, caseNo: number, numberKey: numberSortKey(number) },
    ...{ title: `${worker} 与 ${employer}`, cause: '追索劳动报酬', handler: null, channel: 'window', branch: '' },
    ...{ receivedOn: addDays(benchToday, receivedIn), acceptedOn: null, closedOn: null, closeType: null, nextDue },
    ...{ nextDeadline: nextDue === null ? null : `${id}:ARB.LIMIT`, openRequests: 0, revision: n + 1 },
    ...{ stage: 'APPLIED', leadNo: null },
  };
  const party = (name: string, type: 'person' | 'unit') => ({ name, type, uscc: '', legalRep: '' });
  const parties = [party(worker, 'person'), party(employer, 'unit')];
  return { row, text: searchTextOf({ ...row, parties, texts: [summary] }) };
}
