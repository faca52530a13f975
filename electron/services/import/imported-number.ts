import type { ReadDb } from '#electron/store/db.ts';
import { hasNumberKey } from '#electron/store/tables/dossiers.ts';
import { isGiven, isPlaceGiven } from '#electron/store/tables/given-numbers.ts';
import { nextInSeries } from '#electron/store/tables/number-series.ts';
import { yearOf } from '#shared/base/local-date.ts';
import type { NumberTemplates } from '#shared/domain/import/numbers-borne.ts';
import type { PlannedFile } from '#shared/domain/import/planned-file.ts';
import { branchIn, branchSeries } from '#shared/domain/numbering/branch.ts';
import { readInSeries } from '#shared/domain/numbering/read-number.ts';
import type { NumberGiven } from '../dossier/facts.ts';
import { giveNumber } from '../dossier/give-number.ts';
import { numberSortKey } from '../dossier/search-text.ts';
import { branchesOf, numberTemplate } from '../office/office-settings.ts';

type Kind = keyof NumberTemplates;

/** Numbers of another form than the office's own are counted apart, so that two files never bear one either. */
const otherSeries = 'imported';

const none: NumberGiven = { series: '', year: 0, seq: 0, part: 0, text: '' };

/** The templates in force. */
export function importTemplates(db: ReadDb): NumberTemplates {
  const codes = ['', ...branchesOf(db).map(({ code }) => code)];
  const of = (kind: Kind): NumberTemplates[Kind] => {
    const all = codes.map((code) => {
      const template = numberTemplate(db, kind, code);
      return { series: branchSeries(kind, template, code), template };
    });
    return all.filter(({ series }, at) => all.findIndex((one) => one.series === series) === at);
  };
  return { window: of('window'), 'arb-case': of('arb-case'), 'lsi-case': of('lsi-case') };
}

function placed(templates: NumberTemplates, kind: Kind, text: string): NumberGiven | undefined {
  const place = readInSeries(templates[kind], text);
  return place && { ...place, text };
}

function taken(db: ReadDb, templates: NumberTemplates, kind: Kind, text: string): boolean {
  const own = placed(templates, kind, text);
  return isGiven(db, text) || (own !== undefined && isPlaceGiven(db, own)) || hasNumberKey(db, numberSortKey(text));
}

type Numbered = Pick<PlannedFile, 'side' | 'caseNo' | 'windowNo'>;

/** The field whose number another file bears already; undefined when both are free. */
export function takenNumber(db: ReadDb, templates: NumberTemplates, file: Numbered): 'caseNo' | 'windowNo' | undefined {
  if (file.caseNo !== '' && taken(db, templates, caseKind(file), file.caseNo)) return 'caseNo';
  return file.windowNo !== '' && taken(db, templates, 'window', file.windowNo) ? 'windowNo' : undefined;
}

const caseKind = ({ side }: Pick<PlannedFile, 'side'>): Kind => (side === 'arb' ? 'arb-case' : 'lsi-case');

/** The branch that has a file, as its numbers say; '' for the office itself. */
export function branchOfFile(templates: NumberTemplates, file: Numbered): string {
  const numbers = [placed(templates, caseKind(file), file.caseNo), placed(templates, 'window', file.windowNo)];
  return branchIn(numbers.find((number) => number !== undefined)?.series ?? '');
}

/** The numbers of a file that the office's series count, each with its field. */
export function countedNumbers(
  templates: NumberTemplates,
  file: Numbered,
): readonly (NumberGiven & { readonly field: 'caseNo' | 'windowNo' })[] {
  return (['caseNo', 'windowNo'] as const).flatMap((field) => {
    const number = placed(templates, field === 'caseNo' ? caseKind(file) : 'window', file[field]);
    return file[field] === '' || number === undefined ? [] : [{ ...number, field }];
  });
}

function imported(db: ReadDb, templates: NumberTemplates, kind: Kind, text: string, before = 0): NumberGiven {
  const other = { series: otherSeries, year: 0, seq: nextInSeries(db, otherSeries, 0) + before, part: 0, text };
  return placed(templates, kind, text) ?? other;
}

/** The window number of a file: its own, none where it has a case number alone, otherwise the next one of the office. */
export function windowNumber(
  db: ReadDb,
  templates: NumberTemplates,
  file: Pick<PlannedFile, 'windowNo' | 'caseNo' | 'receivedOn'>,
): NumberGiven {
  if (file.windowNo !== '') return imported(db, templates, 'window', file.windowNo);
  return file.caseNo === '' ? giveNumber(db, { series: 'window', year: yearOf(file.receivedOn), branch: '' }) : none;
}

/**
 * The case number of a file as its series counts it, so that the series goes on behind it. `beside` is its window number,
 * which is not noted yet.
 */
export function caseNumber(db: ReadDb, templates: NumberTemplates, file: Numbered, beside: NumberGiven): NumberGiven {
  return imported(db, templates, caseKind(file), file.caseNo, beside.series === otherSeries ? 1 : 0);
}
