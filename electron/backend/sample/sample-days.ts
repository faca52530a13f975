import type { CallOutput } from '#shared/contract/contract.ts';
import { dateField } from '#shared/contract/fields.ts';

/** A date, 'YYYY-MM-DD'. */
export type SampleDate = ReturnType<typeof dateField.parse>;

/** Dates told from the day the sample is made, with holidays and worked weekends respected. */
export type SampleDays = {
  /** The working day `count` working days before the last one up to today; 0 is that one itself. */
  readonly back: (count: number) => SampleDate;
  /** The working day `count` working days after the last one up to today. */
  readonly ahead: (count: number) => SampleDate;
  /** The last working day that is at least `count` calendar days ago. */
  readonly daysAgo: (count: number) => SampleDate;
  /** The working day on which a limit of `length` working days began whose last day is today, or the next working day. */
  readonly lastChance: (length: number) => SampleDate;
  /** The working day on which a limit of `length` working days began that ended on the last working day before today. */
  readonly justMissed: (length: number) => SampleDate;
  /** The working day nearest to today on which a limit of `length` calendar days began that ends within two weeks. */
  readonly endsSoon: (length: number) => SampleDate;
};

const dayMs = 86_400_000;

function shift(date: SampleDate, days: number): SampleDate {
  return dateField.parse(new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10));
}

/** Makes the dates from the calendar the office works with. */
export function sampleDays(today: string, years: CallOutput<'calendar.years'>): SampleDays {
  const off = new Set(years.flatMap((year) => year.off.map(({ date }) => date)));
  const worked = new Set(years.flatMap((year) => year.work));
  const isWorking = (date: SampleDate): boolean => {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    return worked.has(date) || (weekday !== 0 && weekday !== 6 && !off.has(date));
  };
  const walk = (from: SampleDate, step: 1 | -1, count: number): SampleDate => {
    let date = from;
    for (let left = count; left > 0; ) {
      date = shift(date, step);
      if (isWorking(date)) left -= 1;
    }
    return date;
  };
  const lastUpTo = (date: SampleDate): SampleDate => (isWorking(date) ? date : walk(date, -1, 1));
  const now = dateField.parse(today);
  const anchor = lastUpTo(now);
  return {
    back: (count) => walk(anchor, -1, count),
    ahead: (count) => walk(anchor, 1, count),
    daysAgo: (count) => lastUpTo(shift(now, -count)),
    lastChance: (length) => walk(anchor, -1, anchor === now ? length : length - 1),
    justMissed: (length) => walk(anchor, -1, anchor === now ? length + 1 : length),
    endsSoon: (length) => {
      const begins = Array.from({ length: 14 }, (_, index) => shift(now, index + 2 - length));
      return begins.find(isWorking) ?? lastUpTo(shift(now, -length));
    },
  };
}
