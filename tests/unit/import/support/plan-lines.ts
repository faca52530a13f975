import type { UserId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { rulesFor } from '#shared/domain/deadline/pack.ts';
import type { Cell, TableRow } from '#shared/domain/import/cell.ts';
import { planImport } from '#shared/domain/import/plan-import.ts';
import type { ImportOffice } from '#shared/domain/import/planned-file.ts';
import { defaultTemplate } from '#shared/domain/numbering/default-templates.ts';

const office: ImportOffice = {
  ...{ side: 'both', region: '310118', today: localDate('2026-03-17'), base: 1900 },
  rules: rulesFor('310118').rows.map(({ id }) => id),
  templates: {
    window: [{ series: 'window', template: defaultTemplate('window', '青') }],
    'arb-case': [{ series: 'arb-case', template: defaultTemplate('arb-case', '青') }],
    'lsi-case': [{ series: 'lsi-case', template: defaultTemplate('lsi-case', '青') }],
  },
  people: [{ id: 'p1' as UserId, name: '沈书记员' }],
};

/** A line by the codes of its fields; a number is a cell that is one. */
export type Line = Readonly<Record<string, string | number>>;

/** Plans lines in a made-up office. */
export function plan(lines: readonly Line[], of: Partial<ImportOffice> = {}) {
  const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const rows: readonly TableRow[] = lines.map((line, at) => ({
    line: at + 2,
    cells: columns.map((code): Cell | undefined => {
      const text = line[code];
      return text === undefined
        ? undefined
        : { kind: typeof text === 'number' ? 'number' : 'text', text: String(text) };
    }),
  }));
  const planned = planImport(rows, { columns, side: 'arb' }, { ...office, ...of });
  return { ...planned, codes: planned.issues.map(({ line, code }) => `${line} ${code}`), columns };
}

/** A line with everything a file needs. */
export const simple = {
  ...{ caseNo: '青劳人仲(2026)办字第7号', receivedOn: '2026/3/2', acceptedOn: '2026/3/4', cause: '追索劳动报酬纠纷' },
  ...{ applicant: '王某某', respondent: '某某物流(上海)有限公司' },
} as const;
