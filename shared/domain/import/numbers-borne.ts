import { normaliseNumber } from '../numbering/normalise-number.ts';
import { readInSeries, type SeriesTemplate } from '../numbering/read-number.ts';
import type { PlannedFile } from './planned-file.ts';

/** The templates numbers of a table are read by: for each kind the office's own, then those of its branches. */
export type NumberTemplates = Readonly<Record<'window' | 'arb-case' | 'lsi-case', readonly SeriesTemplate[]>>;

type Field = 'caseNo' | 'windowNo';

/** A number of a file that another file of the same table bears, and the line that one begins on. */
export type BorneTwice = { readonly field: Field; readonly line: number };

/** One number, however its brackets, width and leading zeros are written, and its place in one of the office's series. */
function keysOf(templates: NumberTemplates, kind: keyof NumberTemplates, text: string): readonly string[] {
  if (text === '') return [];
  const place = readInSeries(templates[kind], text);
  return [
    normaliseNumber(text).replaceAll(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '')),
    ...(place === undefined ? [] : [JSON.stringify(place)]),
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
