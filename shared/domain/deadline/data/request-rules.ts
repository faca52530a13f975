import { localDate } from '#shared/base/local-date.ts';
import type { Bilingual, LimitRule } from '../rule.ts';
import { requestKindRules } from './request-kind-rules.ts';
import { byDefault } from './row.ts';

const civil134: Bilingual = {
  zh: '参照民事诉讼法第134条、办案规则第16条',
  en: 'By analogy with Civil Procedure Law art. 134, Arbitration Rules art. 16',
};
const provisions29: Bilingual = {
  zh: '参照实施监察条例若干规定第29条（双方商定）',
  en: 'By analogy with the Inspection Provisions art. 29 (agreed by both)',
};

const work = { suspendGrounds: ['req-suspend'], restartGrounds: ['req-supplement', 'req-object'] } as const;

/** Default limits of the life of a request; rows ending in .URGENT are those of a 特急 request. */
export const requestRules: readonly LimitRule[] = [
  byDefault({
    id: 'REQ.REGISTER',
    name: { zh: '收文登记', en: 'Registration of an incoming request' },
    trigger: 'stored',
    amount: 1,
    unit: 'working-day',
  }),
  byDefault({
    id: 'REQ.REGISTER.URGENT',
    name: { zh: '收文登记（特急）', en: 'Registration of an urgent request' },
    trigger: 'stored',
    amount: 4,
    unit: 'working-hour',
  }),
  byDefault({
    id: 'REQ.REVIEW',
    name: { zh: '审查（接受、退回补正或不予协助）', en: 'Decision to accept, return or refuse' },
    trigger: 'registered',
    amount: 3,
    unit: 'working-day',
    restartGrounds: ['req-supplement'],
  }),
  byDefault({
    id: 'REQ.REVIEW.URGENT',
    name: { zh: '审查（特急）', en: 'Decision on an urgent request' },
    trigger: 'registered',
    amount: 1,
    unit: 'working-day',
    restartGrounds: ['req-supplement'],
  }),
  byDefault({
    id: 'REQ.MEND',
    name: { zh: '补正', en: 'Correction of a returned request' },
    trigger: 'returned',
    amount: 5,
    unit: 'working-day',
    restartGrounds: ['req-return'],
    overrun: { zh: '提醒，不因逾期失效', en: 'A reminder; the request never lapses by itself' },
  }),
  byDefault({
    id: 'REQ.ARB_INV',
    name: { zh: '委托调查取证办理期限', en: 'Time for commissioned evidence' },
    basis: [civil134],
    trigger: 'registered',
    amount: 15,
    unit: 'working-day',
    roll: 'legal',
    ceiling: { days: 30, basis: civil134 },
    ...work,
  }),
  byDefault({
    id: 'REQ.ARB_INV.QUERY',
    name: { zh: '登记、社保信息查询办理期限', en: 'Time for a registry or social-insurance query' },
    basis: [civil134],
    trigger: 'registered',
    amount: 5,
    unit: 'working-day',
    ...work,
  }),
  byDefault({
    id: 'REQ.LSI',
    name: { zh: '协查办理期限', en: 'Time for inspection assistance' },
    basis: [provisions29],
    trigger: 'registered',
    amount: 15,
    unit: 'working-day',
    extension: { rule: 'REQ.LSI_EXT', times: 1 },
    ...work,
  }),
  byDefault({
    id: 'REQ.LSI_EXT',
    name: { zh: '协查延期', en: 'Extension of inspection assistance' },
    basis: [provisions29],
    trigger: 'extended',
    amount: 10,
    unit: 'working-day',
  }),
  byDefault({
    id: 'REQ.URGE.REMIND',
    name: { zh: '到期提醒', en: 'Reminder before the day' },
    trigger: 'due-date',
    amount: 3,
    unit: 'working-day',
    back: true,
  }),
  byDefault({
    id: 'REQ.URGE.HANDLER',
    name: { zh: '催办承办人', en: 'Urge the handler' },
    trigger: 'due-date',
    amount: 1,
    unit: 'working-day',
  }),
  byDefault({
    id: 'REQ.URGE.HEAD',
    name: { zh: '催办机构负责人', en: 'Urge the head of the office' },
    trigger: 'due-date',
    amount: 5,
    unit: 'working-day',
  }),
  byDefault({
    id: 'REQ.URGE.UPWARD',
    name: { zh: '提请上级协调', en: 'Ask the superior' },
    trigger: 'due-date',
    amount: 10,
    unit: 'working-day',
  }),
  ...requestKindRules,
];

const chuanYu: Bilingual = {
  zh: '川渝劳动保障监察合作协议（2020-06），收到委托函之日起10个工作日（自登记起算为默认，待核）',
  en: 'Sichuan and Chongqing inspection agreement (2020-06), 10 working days from receipt of the letter (counted from the registration: default, to be checked)',
};

/**
 * Overrides between two offices of Sichuan and Chongqing. The agreement counts from the letter's receipt and its published
 * text breaks off; like every limit of a request this one counts from the registration, so it stays an editable default.
 */
export const chuanYuRules: readonly LimitRule[] = ['50', '51'].map((region) =>
  byDefault({
    id: 'REQ.LSI',
    name: { zh: '协查办理期限（川渝）', en: 'Time for inspection assistance (Sichuan, Chongqing)' },
    basis: [chuanYu],
    trigger: 'registered',
    amount: 10,
    unit: 'working-day',
    region,
    effectiveFrom: localDate('2020-06-16'),
    extension: { rule: 'REQ.LSI_EXT', times: 1 },
    ...work,
  }),
);
