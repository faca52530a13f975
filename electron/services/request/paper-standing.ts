import type { ReadDb } from '#electron/store/db.ts';
import { findPaper, type PaperRow } from '#electron/store/tables/papers.ts';
import type { RequestRow } from '#electron/store/tables/requests.ts';
import { executorActs } from '#shared/domain/assist/life.ts';
import { phases } from '#shared/domain/assist/phase.ts';
import { type PaperRules, type PaperStanding, paperStanding } from '#shared/domain/paper/standing.ts';
import { sealedScanRequired } from '../office/office-settings.ts';

/** What decides about a letter beside itself: a reply fits only while the request waits for one. */
export function paperRules(db: ReadDb, paper: Pick<PaperRow, 'type'>, state: string | undefined): PaperRules {
  const phase = phases.find((one) => one === state);
  const answers: readonly string[] = executorActs.result.from;
  const fits = paper.type === 'commission' || (phase !== undefined && answers.includes(phase));
  return { scanRequired: sealedScanRequired(db), fits };
}

/** The letter of a request that is on its way through this office: our commission, or our reply to theirs. */
export function paperOf(db: ReadDb, row: Pick<RequestRow, 'id' | 'direction'>): PaperRow | undefined {
  return findPaper(db, row.id, row.direction === 'out' ? 'commission' : 'reply');
}

/** What the letter of a request waits for; 'none' when there is none or it has left. */
export function standingOfPaper(db: ReadDb, row: Pick<RequestRow, 'id' | 'direction' | 'state'>): PaperStanding {
  const paper = paperOf(db, row);
  return paper ? paperStanding(paper, paperRules(db, paper, row.state)) : 'none';
}
