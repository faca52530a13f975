import type { ReadDb } from '#electron/store/db.ts';
import { findOffice, type OfficeRow } from '#electron/store/tables/office.ts';
import { readSetting } from '#electron/store/tables/settings.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Branch } from '#shared/domain/numbering/branch.ts';
import { defaultTemplate, type NumberSeries, placeWord } from '#shared/domain/numbering/default-templates.ts';
import { numberWords } from '#shared/domain/numbering/number-words.ts';
import type { SubStyle } from '#shared/domain/numbering/sub-number.ts';
import type { NumberTemplate } from '#shared/domain/numbering/template.ts';
import { regionName } from '#shared/domain/region/region.ts';
import { type Fields, readFlag, readObjects, readText } from '../read-fields.ts';

/** What an office has settled, defaults filled in. */
export type OfficeSettings = CallOutput<'office.get'>['settings'];

/** Settings of this device alone: how the screen looks. Kept beside the facts and not part of them. */
export const screenSettings = ['language', 'theme', 'fontSize'] as const;

const settingOf: Readonly<Record<NumberSeries, keyof OfficeSettings | null>> = {
  window: 'windowNumber',
  'arb-case': 'arbCaseNumber',
  'lsi-case': 'lsiCaseNumber',
  'arb-letter': 'letterNumber',
  'lsi-letter': 'letterNumber',
  register: null,
  'lsi-order': 'orderNumber',
  'lsi-handle': 'handleNumber',
  'lsi-penalty': 'penaltyNumber',
};

function chosen(office: OfficeRow | undefined): Fields {
  // Written by the projector of office.settings and by nothing else.
  return office && (JSON.parse(office.settings) as Fields);
}

/**
 * A template with this office's place word and the word of a branch, if it is for one; a pattern without the year is
 * counted through the years.
 */
export function templateFor(series: NumberSeries, pattern: string, region: string, branch = ''): NumberTemplate {
  const words = { ...numberWords(series, region), branch };
  const template = { ...defaultTemplate(series, placeWord(regionName(region))), words };
  return pattern === '' ? template : { ...template, pattern, perYear: pattern.includes('{year}') };
}

/** The branches of this office in the order they were written down, ended ones included. */
export function branchesOf(db: ReadDb): readonly Branch[] {
  return readObjects(chosen(findOffice(db)), 'branches').map((fields) => ({
    ...{ code: readText(fields, 'code'), name: readText(fields, 'name'), word: readText(fields, 'word') },
    ended: readFlag(fields, 'ended'),
  }));
}

/**
 * The template in force for a series of numbers: what the office settled, otherwise the default of its place. `branch`:
 * the code of the branch that gives the number; '' for the office itself.
 */
export function numberTemplate(db: ReadDb, series: NumberSeries, branch = ''): NumberTemplate {
  const office = findOffice(db);
  const key = settingOf[series];
  const word = branch === '' ? '' : branchesOf(db).find(({ code }) => code === branch)?.word;
  return templateFor(series, key === null ? '' : readText(chosen(office), key), office?.region ?? '', word);
}

/** How files under one number are told apart. */
export function subStyle(db: ReadDb): SubStyle {
  return readText(chosen(findOffice(db)), 'subNumbers') === 'words' ? 'words' : 'dash';
}

/** Whether a scan of the sealed letter must be attached before sending. */
export function sealedScanRequired(db: ReadDb): boolean {
  return readFlag(chosen(findOffice(db)), 'sealedScanRequired');
}

function fontSizeOf(text: string | undefined): OfficeSettings['fontSize'] {
  return ([16, 18, 20] as const).find((size) => String(size) === text) ?? 14;
}

function themeOf(text: string | undefined): OfficeSettings['theme'] {
  return text === 'light' || text === 'dark' ? text : 'system';
}

/** Everything settled, as the settings page shows it. */
export function officeSettings(db: ReadDb): OfficeSettings {
  const letters = findOffice(db)?.side === 'inspection' ? 'lsi-letter' : 'arb-letter';
  return {
    windowNumber: numberTemplate(db, 'window').pattern,
    arbCaseNumber: numberTemplate(db, 'arb-case').pattern,
    lsiCaseNumber: numberTemplate(db, 'lsi-case').pattern,
    letterNumber: numberTemplate(db, letters).pattern,
    orderNumber: numberTemplate(db, 'lsi-order').pattern,
    handleNumber: numberTemplate(db, 'lsi-handle').pattern,
    penaltyNumber: numberTemplate(db, 'lsi-penalty').pattern,
    subNumbers: subStyle(db),
    branches: branchesOf(db).map((branch) => ({ ...branch })),
    sealedScanRequired: sealedScanRequired(db),
    branch: readSetting(db, 'branch') ?? '',
    language: readSetting(db, 'language') === 'en' ? 'en' : 'zh-CN',
    theme: themeOf(readSetting(db, 'theme')),
    fontSize: fontSizeOf(readSetting(db, 'fontSize')),
  };
}
