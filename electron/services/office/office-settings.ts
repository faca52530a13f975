import type { ReadDb } from '#electron/store/db.ts';
import { findOffice, type OfficeRow } from '#electron/store/tables/office.ts';
import { readSetting } from '#electron/store/tables/settings.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { defaultTemplate, type NumberSeries, placeWord } from '#shared/domain/numbering/default-templates.ts';
import { numberWords } from '#shared/domain/numbering/number-words.ts';
import type { NumberTemplate } from '#shared/domain/numbering/template.ts';
import { regionName } from '#shared/domain/region/region.ts';
import { type Fields, readFlag, readText } from '../read-fields.ts';

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
};

function chosen(office: OfficeRow | undefined): Fields {
  // Written by the projector of office.settings and by nothing else.
  return office && (JSON.parse(office.settings) as Fields);
}

/** A template with this office's place word; a pattern without the year is counted through the years. */
export function templateFor(series: NumberSeries, pattern: string, region: string): NumberTemplate {
  const template = { ...defaultTemplate(series, placeWord(regionName(region))), words: numberWords(series, region) };
  return pattern === '' ? template : { ...template, pattern, perYear: pattern.includes('{year}') };
}

/** The template in force for a series of numbers: what the office settled, otherwise the default of its place. */
export function numberTemplate(db: ReadDb, series: NumberSeries): NumberTemplate {
  const office = findOffice(db);
  const key = settingOf[series];
  return templateFor(series, key === null ? '' : readText(chosen(office), key), office?.region ?? '');
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
    sealedScanRequired: sealedScanRequired(db),
    language: readSetting(db, 'language') === 'en' ? 'en' : 'zh-CN',
    theme: themeOf(readSetting(db, 'theme')),
    fontSize: fontSizeOf(readSetting(db, 'fontSize')),
  };
}
