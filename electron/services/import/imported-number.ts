import type { ReadDb } from '#electron/store/db.ts';
import { hasNumberKey } from '#electron/store/tables/dossiers.ts';
import { isGiven, isPlaceGiven } from '#electron/store/tables/given-numbers.ts';
import { nextInSeries } from '#electron/store/tables/number-series.ts';
import { yearOf } from '#shared/base/local-date.ts';
import type { PlannedFile } from '#shared/domain/import/planned-file.ts';
import type { NumberSeries } from '#shared/domain/numbering/default-templates.ts';
import { readNumber } from '#shared/domain/numbering/read-number.ts';
import type { NumberTemplate } from '#shared/domain/numbering/template.ts';
import type { NumberGiven } from '../dossier/facts.ts';
import { giveNumber } from '../dossier/give-number.ts';
import { numberSortKey } from '../dossier/search-text.ts';
import { numberTemplate } from '../office/office-settings.ts';

/** The templates numbers of a table are read by, looked up once. */
export type Templates = Readonly<Record<'window' | 'arb-case' | 'lsi-case', NumberTemplate>>;

/** Numbers of another form than the office's own are counted apart, so that two files never bear one either. */
const otherSeries = 'imported';

const none: NumberGiven = { series: '', year: 0, seq: 0, part: 0, text: '' };

/** The templates in force. */
export function importTemplates(db: ReadDb): Templates {
  return {
    window: numberTemplate(db, 'window'),
    'arb-case': numberTemplate(db, 'arb-case'),
    'lsi-case': numberTemplate(db, 'lsi-case'),
  };
}

function placed(template: NumberTemplate, series: NumberSeries, text: string): NumberGiven | undefined {
  const place = readNumber(template, text);
  return place && { series, year: template.perYear ? place.year : 0, seq: place.seq, part: place.part, text };
}

function taken(db: ReadDb, template: NumberTemplate, series: NumberSeries, text: string): boolean {
  const own = placed(template, series, text);
  return isGiven(db, text) || (own !== undefined && isPlaceGiven(db, own)) || hasNumberKey(db, numberSortKey(text));
}

type Numbered = Pick<PlannedFile, 'side' | 'caseNo' | 'windowNo'>;

/** The field whose number another file bears already; undefined when both are free. */
export function takenNumber(db: ReadDb, templates: Templates, file: Numbered): 'caseNo' | 'windowNo' | undefined {
  const series = file.side === 'arb' ? 'arb-case' : 'lsi-case';
  if (file.caseNo !== '' && taken(db, templates[series], series, file.caseNo)) return 'caseNo';
  return file.windowNo !== '' && taken(db, templates.window, 'window', file.windowNo) ? 'windowNo' : undefined;
}

function imported(db: ReadDb, template: NumberTemplate, series: NumberSeries, text: string, before = 0): NumberGiven {
  const other = { series: otherSeries, year: 0, seq: nextInSeries(db, otherSeries, 0) + before, part: 0, text };
  return placed(template, series, text) ?? other;
}

/** The window number of a file: its own, none where it has a case number alone, otherwise the next one of the office. */
export function windowNumber(
  db: ReadDb,
  templates: Templates,
  file: Pick<PlannedFile, 'windowNo' | 'caseNo' | 'receivedOn'>,
): NumberGiven {
  if (file.windowNo !== '') return imported(db, templates.window, 'window', file.windowNo);
  return file.caseNo === '' ? giveNumber(db, { series: 'window', year: yearOf(file.receivedOn), branch: '' }) : none;
}

/**
 * The case number of a file as its series counts it, so that the series goes on behind it. `beside` is its window number,
 * which is not noted yet.
 */
export function caseNumber(db: ReadDb, templates: Templates, file: Numbered, beside: NumberGiven): NumberGiven {
  const series = file.side === 'arb' ? 'arb-case' : 'lsi-case';
  return imported(db, templates[series], series, file.caseNo, beside.series === otherSeries ? 1 : 0);
}
