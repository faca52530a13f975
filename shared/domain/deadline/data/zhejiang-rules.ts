import { localDate } from '#shared/base/local-date.ts';
import type { Bilingual, LimitRule } from '../rule.ts';
import { nationalRules } from './national-rules.ts';

/** The texts were read as amended on that day; what they said before, and for clocks begun before, was not. */
const readAsAmended = localDate('2020-09-24');
const sinceAmended: Bilingual = {
  zh: '2020-09-24修正文本，此前起算的按全国规则（默认值，待核）',
  en: 'As amended on 2020-09-24; clocks begun before follow the national rule (default, to be checked)',
};

/** What Zhejiang's own regulations change in a national row. */
const changes: Readonly<Record<string, (row: LimitRule) => LimitRule>> = {
  'ARB.LIMIT': (row) => ({
    ...row,
    basis: [
      ...row.basis,
      {
        zh: '浙江省劳动人事争议调解仲裁条例第31、36条',
        en: 'Zhejiang Mediation and Arbitration Regulation art. 31, 36',
      },
      sinceAmended,
    ],
    region: '33',
    effectiveFrom: readAsAmended,
    suspendGrounds: [...(row.suspendGrounds ?? []), '33-31'],
    excludeGrounds: [...(row.excludeGrounds ?? []), '33-delegation', '33-settlement', '33-appraisal'],
  }),
  'LSI.INVESTIGATE': (row) => ({
    ...row,
    basis: [
      ...row.basis,
      { zh: '浙江省劳动保障监察条例第30条', en: 'Zhejiang Inspection Regulation art. 30' },
      sinceAmended,
    ],
    region: '33',
    effectiveFrom: readAsAmended,
    suspendGrounds: ['33-lsi-30'],
  }),
  'LSI.ACCEPT': (row) => ({
    ...row,
    basis: [
      ...row.basis,
      { zh: '浙江省劳动保障监察条例第23条', en: 'Zhejiang Inspection Regulation art. 23' },
      sinceAmended,
    ],
    region: '33',
    effectiveFrom: readAsAmended,
  }),
};

/** Rows of the national pack as Zhejiang has them. */
export const zhejiangRules: readonly LimitRule[] = nationalRules.flatMap((row) => {
  const change = changes[row.id];
  return change === undefined ? [] : [change(row)];
});
