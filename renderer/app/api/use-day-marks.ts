import { type LocalDate, weekday } from '#shared/base/local-date.ts';
import { useAsk } from './use-ask.ts';

/** What kind of day it is, and whether its year has no official notice yet (暂估). */
export type DayMark = { readonly kind: 'weekday' | 'weekend' | 'off' | 'work'; readonly provisional: boolean };

/** The calendar in force, day by day; plain weekdays until it has answered. */
export function useDayMarks(): (day: LocalDate) => DayMark {
  const years = useAsk('calendar.years', {}).last ?? [];
  const off = new Set(years.flatMap((year) => year.off.map(({ date }) => date)));
  const work = new Set(years.flatMap((year) => year.work));
  const official = new Set(years.filter((year) => !year.provisional).map(({ year }) => String(year)));
  return (day) => ({
    kind: off.has(day) ? 'off' : work.has(day) ? 'work' : weekday(day) <= 5 ? 'weekday' : 'weekend',
    provisional: years.length > 0 && !official.has(day.slice(0, 4)),
  });
}
