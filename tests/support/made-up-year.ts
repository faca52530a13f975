type Days = Readonly<Record<string, string>>;

/** A made-up notice for 2027 that gives every statutory day and two weekends worked instead. */
const holidays: Days = {
  '2027-01-01': '元旦',
  ...Object.fromEntries(['05', '06', '07', '08', '09', '10', '11'].map((day) => [`2027-02-${day}`, '春节'])),
  '2027-04-05': '清明节',
  ...Object.fromEntries(['01', '02', '03'].map((day) => [`2027-05-${day}`, '劳动节'])),
  '2027-06-09': '端午节',
  '2027-09-15': '中秋节',
  ...Object.fromEntries(['01', '02', '03', '04', '05'].map((day) => [`2027-10-${day}`, '国庆节'])),
};
const workdays: Days = { '2027-02-13': '春节', '2027-02-20': '春节' };
/** Year, notice and its date. */
export const noticeHead = { year: 2027, source: '国办发明电〔2026〕9号', issued: '2026-11-04' };
/** Its days off and the weekends worked instead. */
export const noticeDays = { holidays, workdays };

/** A year file of that notice, with fields changed or added. */
export function madeUpYearFile(changes: object = {}): string {
  return JSON.stringify({ ...noticeHead, ...noticeDays, ...changes }, null, 2);
}
