import { localDate } from '#shared/base/local-date.ts';
import type { Bilingual, LimitRule } from '../rule.ts';
import { nationalRules } from './national-rules.ts';
import { internal, lawRow } from './row.ts';

/** The texts were read as amended on that day; what they said before, and for clocks begun before, was not. */
const readAsAmended = localDate('2020-09-24');
const sinceAmended: Bilingual = {
  zh: '2020-09-24修正文本，此前起算的按全国规则（默认值，待核）',
  en: 'As amended on 2020-09-24; clocks begun before follow the national rule (default, to be checked)',
};

const arbitration = (articles: string): Bilingual => ({
  zh: `浙江省劳动人事争议调解仲裁条例第${articles}条`,
  en: `Zhejiang Mediation and Arbitration Regulation art. ${articles.replaceAll('、', ', ')}`,
});
/** The nation's 办案规则47 may suspend; Zhejiang shall. */
const shallSuspend: Bilingual = {
  zh: '浙江省劳动人事争议调解仲裁条例第31条（有中止情形的应当中止）',
  en: 'Zhejiang Mediation and Arbitration Regulation art. 31 (on its grounds the proceedings shall be suspended)',
};
const inspection = (article: string): Bilingual => ({
  zh: `浙江省劳动保障监察条例第${article}条`,
  en: `Zhejiang Inspection Regulation art. ${article}`,
});

/** A national row with Zhejiang's article beside its basis and nothing else changed. */
const alsoIn =
  (basis: Bilingual) =>
  (row: LimitRule): LimitRule => ({
    ...row,
    basis: [...row.basis, basis, sinceAmended],
    region: '33',
    effectiveFrom: readAsAmended,
  });

/** What Zhejiang's own regulations change in a national row. */
const changes: Readonly<Record<string, (row: LimitRule) => LimitRule>> = {
  'ARB.LIMIT': (row) => ({
    ...row,
    basis: [...row.basis, shallSuspend, arbitration('36'), sinceAmended],
    region: '33',
    effectiveFrom: readAsAmended,
    suspendGrounds: [...(row.suspendGrounds ?? []), '33-31'],
    excludeGrounds: [...(row.excludeGrounds ?? []), '33-delegation', '33-settlement', '33-appraisal'],
  }),
  'LSI.INVESTIGATE': (row) => ({
    ...row,
    basis: [...row.basis, inspection('30'), sinceAmended],
    region: '33',
    effectiveFrom: readAsAmended,
    suspendGrounds: ['33-lsi-30'],
  }),
  'LSI.ACCEPT': alsoIn(inspection('23')),
  'LSI.PRESERVE': alsoIn(inspection('29')),
  'ARB.MED_PRE': alsoIn(arbitration('10')),
};

const changed: readonly LimitRule[] = nationalRules.flatMap((row) => {
  const change = changes[row.id];
  // The day of the amendment was read, whatever is known of the day of the national row.
  const { sinceUnread: _unread, ...national } = row;
  return change === undefined ? [] : [change(national)];
});

/** 第39条: simple handling ends in thirty days; what moves the limit of the case moves this one too. */
const simple: readonly LimitRule[] = changed
  .filter((row) => row.id === 'ARB.LIMIT')
  .map(({ extension: _, ...limit }) => ({
    ...limit,
    id: 'ARB.SIMPLE',
    name: { zh: '简易处理审限', en: 'Time for simple handling' },
    basis: [arbitration('39'), sinceAmended],
    amount: 30,
    confidence: 'read',
    overrun: {
      zh: '转为普通程序，审限自受理起算',
      en: 'Turned into the ordinary procedure, its time runs from acceptance',
    },
  }));

const here = { region: '33' } as const;

/** Rows of the national pack as Zhejiang has them, and those only Zhejiang has. */
export const zhejiangRules: readonly LimitRule[] = [
  ...changed,
  ...simple,
  lawRow(readAsAmended, {
    ...here,
    id: 'ARB.PUBLIC_SERVICE_COLL',
    name: { zh: '公告送达用人单位（集体争议）', en: 'Public notice to the employer (collective dispute)' },
    basis: [arbitration('41'), sinceAmended],
    trigger: 'published',
    amount: 10,
    unit: 'calendar-day',
    elapsed: 'last-day',
  }),
  lawRow(readAsAmended, {
    ...here,
    id: 'LSI.TELL_EXT',
    name: { zh: '告知投诉人延长或者中止', en: 'Telling the complainant of an extension or suspension' },
    basis: [
      inspection('30'),
      { zh: '条文未写明单位，按工作日（待核）', en: 'The unit is not stated; working days (to be checked)' },
      sinceAmended,
    ],
    trigger: 'approved',
    amount: 3,
    unit: 'working-day',
    overrun: internal,
  }),
  lawRow(readAsAmended, {
    ...here,
    id: 'LSI.REPORT_33',
    name: { zh: '处罚决定报上级备案', en: 'Filing a penalty with the superior' },
    basis: [inspection('32'), sinceAmended],
    trigger: 'decided',
    amount: 10,
    unit: 'working-day',
    overrun: internal,
  }),
];
