import { err, ok, type Result } from '#shared/base/result.ts';
import { openPackage } from '#shared/reading/zip.ts';
import { readSheet } from './read-sheet.ts';
import { type Table, type TableChoice, type TableRefusal, tableLimits } from './read-table.ts';
import { packageRefusal, readDayStyles, readSharedTexts, readWorkbook } from './workbook-parts.ts';

/** Reads one sheet of a workbook (xlsx), the first unless another one is chosen. Nothing in it is reckoned or fetched. */
export function readXlsx(bytes: Uint8Array, choice: TableChoice): Result<Table, TableRefusal> {
  const opened = openPackage(bytes, tableLimits.unpacked);
  if (!opened.ok) return err(packageRefusal(opened.error));
  const workbook = readWorkbook(opened.value);
  if (!workbook.ok) return workbook;
  const { sheets, base } = workbook.value;
  const wanted = choice.sheet === null ? sheets[0] : sheets.find(({ name }) => name === choice.sheet);
  if (wanted === undefined) return err({ code: 'import.no-such-sheet' });
  const shared = readSharedTexts(opened.value);
  if (!shared.ok) return shared;
  const days = readDayStyles(opened.value);
  if (!days.ok) return days;
  const sheet = readSheet(opened.value, wanted.part, { shared: shared.value, days: days.value });
  if (!sheet.ok) return sheet;
  return ok({
    ...{ kind: 'xlsx', charset: null, sheets: sheets.map(({ name }) => name), sheet: wanted.name, base },
    ...{ ...sheet.value, replaced: 0 },
  });
}
