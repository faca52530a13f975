import { addDays, type LocalDate, localDate } from '#shared/base/local-date.ts';
import type { HolidayCode } from './holiday.ts';

/** Dates of the holidays that follow the moon or the sun: first day of the lunar year, 清明, 端午, 中秋 ('MM-DD'). */
type MovingDays = readonly [lunarNewYear: string, qingming: string, dragonBoat: string, midAutumn: string];

const moving: Readonly<Record<number, MovingDays>> = {
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
};

/** Fixed days off of 全国年节及纪念日放假办法 (2024-11-10): 元旦 1 day, 劳动节 2 days, 国庆节 3 days. */
const fixed: Readonly<Record<string, HolidayCode>> = {
  '01-01': 'new-year',
  '05-01': 'labour-day',
  '05-02': 'labour-day',
  '10-01': 'national-day',
  '10-02': 'national-day',
  '10-03': 'national-day',
};

/**
 * The statutory holiday on `date` as far as it can be computed without a yearly notice: 春节 is 除夕 to 初三.
 * Days moved by a notice (调休) cannot be known; of years outside the small table of moving feasts only the fixed days are.
 */
export function statutoryHoliday(date: LocalDate): HolidayCode | undefined {
  const year = date.slice(0, 4);
  const name = fixed[date.slice(5)];
  if (name !== undefined) return name;
  const days = moving[Number(year)];
  if (days === undefined) return undefined;
  const [lunarNewYear, qingming, dragonBoat, midAutumn] = days;
  const newYear = localDate(`${year}-${lunarNewYear}`);
  if (date >= addDays(newYear, -1) && date <= addDays(newYear, 2)) return 'spring-festival';
  const monthDay = date.slice(5);
  if (monthDay === qingming) return 'qingming';
  if (monthDay === dragonBoat) return 'dragon-boat';
  return monthDay === midAutumn ? 'mid-autumn' : undefined;
}
