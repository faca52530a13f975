import { canonicalJson } from '#shared/base/canonical-json.ts';
import { err } from '#shared/base/result.ts';
import type { CalendarYear } from '#shared/domain/calendar/year.ts';
import { readYearFile } from '#shared/domain/calendar/year-file.ts';
import type { Handler } from '../context.ts';
import { yearSlot } from '../deadline/calendar-in-force.ts';
import { latestDay } from '../latest-day.ts';
import { proposeChange } from '../law/propose-change.ts';
import { badInput } from '../typed-text.ts';

function contentOf({ year, notice, issued, rows }: CalendarYear): string {
  return canonicalJson({ year, notice, issued: issued ?? '', rows: rows.map((row) => ({ ...row })) });
}

/** Proposes the year of a file that has no fault. */
export const proposeYear: Handler<'calendar.propose'> = (context, { file, reason }) => {
  const read = readYearFile(file, latestDay(context.open.store.db, context.moment));
  if (!read.ok) return err(badInput({ code: 'calendar.file-faulty', field: 'file' }));
  return proposeChange(context, { slot: yearSlot(read.value.year), content: contentOf(read.value), reason });
};
