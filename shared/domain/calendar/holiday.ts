/**
 * Code of a public holiday of 全国年节及纪念日放假办法; 'special' is a day off that a notice orders for one year only,
 * such as 2015-09-03.
 */
export type HolidayCode =
  | 'new-year'
  | 'spring-festival'
  | 'qingming'
  | 'labour-day'
  | 'dragon-boat'
  | 'mid-autumn'
  | 'national-day'
  | 'special';

/** Names of the holidays as an office writes them. */
export const holidayNames: Readonly<Record<HolidayCode, { readonly zh: string; readonly en: string }>> = {
  'new-year': { zh: '元旦', en: "New Year's Day" },
  'spring-festival': { zh: '春节', en: 'Spring Festival' },
  qingming: { zh: '清明节', en: 'Qingming Festival' },
  'labour-day': { zh: '劳动节', en: 'Labour Day' },
  'dragon-boat': { zh: '端午节', en: 'Dragon Boat Festival' },
  'mid-autumn': { zh: '中秋节', en: 'Mid-Autumn Festival' },
  'national-day': { zh: '国庆节', en: 'National Day' },
  special: { zh: '临时放假', en: 'Special day off' },
};
