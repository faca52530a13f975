import type { ReadDb } from '#electron/store/db.ts';
import { findDossier } from '#electron/store/tables/dossiers.ts';
import { numberedPapers } from '#electron/store/tables/step-papers.ts';
import { yearOf } from '#shared/base/local-date.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import { paperSeries } from '#shared/domain/numbering/paper-series.ts';
import { readNumber } from '#shared/domain/numbering/read-number.ts';
import { type NumberTemplate, writeNumber } from '#shared/domain/numbering/template.ts';
import type { Handler } from '../context.ts';
import { numberTemplate } from './office-settings.ts';

/** One behind the highest number of the template on a paper; papers of every series are read, since patterns may be alike. */
function nextOf(db: ReadDb, template: NumberTemplate, year: number): number {
  const given = numberedPapers(db, template.perYear ? `${year}-01-01` : '').flatMap((paper) => {
    const place = readNumber(template, paper);
    return place === undefined || (template.perYear && place.year !== year) ? [] : [place.seq];
  });
  return given.reduce((most, seq) => Math.max(most, seq), 0) + 1;
}

/** The number that comes next for the paper of a step, as a proposal. */
export const proposePaperNumber: Handler<'office.paperNumber'> = ({ open, moment }, { dossier, step }) => {
  const { db } = open.store;
  const row = findDossier(db, dossier);
  if (row === undefined) return err(notFound('dossier'));
  const series = paperSeries(step);
  if (series === undefined) return ok({ number: null });
  const template = numberTemplate(db, series, row.branch);
  const year = yearOf(moment.today);
  return ok({ number: writeNumber(template, year, nextOf(db, template, year)) });
};
