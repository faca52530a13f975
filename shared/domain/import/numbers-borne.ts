import { normaliseNumber } from '../numbering/normalise-number.ts';
import { readNumber } from '../numbering/read-number.ts';
import type { NumberTemplate } from '../numbering/template.ts';
import type { PlannedFile } from './planned-file.ts';

/** The templates numbers of a table are read by. */
export type NumberTemplates = Readonly<Record<'window' | 'arb-case' | 'lsi-case', NumberTemplate>>;

type Field = 'caseNo' | 'windowNo';

/** A number of a file that another file of the same table bears, and the line that one begins on. */
export type BorneTwice = { readonly field: Field; readonly line: number };

/** One number, however its brackets, width and leading zeros are written, and its place in the office's own series. */
function keysOf(templates: NumberTemplates, series: keyof NumberTemplates, text: string): readonly string[] {
  if (text === '') return [];
  const template = templates[series];
  const place = readNumber(template, text);
  const inSeries = place && { ...place, year: template.perYear ? place.year : 0 };
  return [
    normaliseNumber(text).replaceAll(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '')),
    ...(inSeries === undefined ? [] : [`${series} ${JSON.stringify(inSeries)}`]),
  ];
}

/**
 * Holds the numbers of the files of one table against each other: asked file by file, it answers the number an earlier one
 * bears, and otherwise keeps the numbers of this one.
 */
export function numbersBorne(
  templates: NumberTemplates,
): (file: Pick<PlannedFile, 'line' | 'side' | Field>) => BorneTwice | undefined {
  const lines = new Map<string, number>();
  return ({ line, side, caseNo, windowNo }) => {
    const keys = {
      caseNo: keysOf(templates, side === 'arb' ? 'arb-case' : 'lsi-case', caseNo),
      windowNo: keysOf(templates, 'window', windowNo),
    };
    for (const field of ['caseNo', 'windowNo'] as const) {
      const borne = keys[field].map((key) => lines.get(key)).find((known) => known !== undefined);
      if (borne !== undefined) return { field, line: borne };
    }
    for (const key of [...keys.caseNo, ...keys.windowNo]) lines.set(key, line);
    return undefined;
  };
}
