import { localDate } from '#shared/base/local-date.ts';
import type { Bilingual, LimitRule } from '../rule.ts';
import {
  arbitrationLaw,
  arbitrationRule,
  civilProcedure,
  internal,
  lawRow,
  rolledBy85,
  since2008,
  since2017,
  type UnreadDay,
  workingDays,
} from './row.ts';

/** The text of 2023 was read; an earlier one gave another length and was not. */
const since2022: UnreadDay = { unread: localDate('2022-01-01') };
const noticeDay: Bilingual = {
  zh: '“经过三十日”届满之日视为送达，也有按次日计算的（默认值，待核）',
  en: 'Served on the last of thirty days elapsed; some count the day after (default, to be checked)',
};
/** 第27条第4款: arrears during the employment are outside the year, which then runs from the end of the employment. */
const wagesInEmployment: Bilingual = {
  zh: '第27条第4款：劳动关系存续期间拖欠劳动报酬的，自劳动关系终止之日起算',
  en: 'Art. 27(4): for wages owed during the employment it runs from the end of the employment',
};

/** Limits of service, of the result and of what comes after it. */
export const resultRules: readonly LimitRule[] = [
  lawRow(since2017, {
    id: 'ARB.REVOKE_NOTICE',
    name: { zh: '撤销案件通知', en: 'Notice that the case was revoked' },
    basis: [arbitrationRule('32'), workingDays],
    trigger: 'decided',
    amount: 5,
    unit: 'working-day',
    overrun: internal,
  }),
  lawRow(since2022, {
    id: 'ARB.PUBLIC_SERVICE',
    name: { zh: '公告送达', en: 'Service by public notice' },
    basis: [civilProcedure('95'), noticeDay],
    trigger: 'published',
    amount: 30,
    unit: 'calendar-day',
    elapsed: 'last-day',
  }),
  lawRow(since2017, {
    id: 'ARB.LEAVE_POST',
    name: { zh: '留置、张贴送达', en: 'Service by leaving or posting' },
    basis: [arbitrationRule('20'), workingDays],
    trigger: 'posted',
    amount: 3,
    unit: 'working-day',
    elapsed: 'last-day',
  }),
  lawRow(since2008, {
    id: 'ARB.SUE',
    name: { zh: '起诉', en: 'Suing after the award' },
    basis: [arbitrationLaw('48、50'), rolledBy85],
    trigger: 'award-received',
    amount: 15,
    unit: 'calendar-day',
    roll: 'legal',
    overrun: { zh: '非终局裁决发生法律效力', en: 'A non-final award takes effect' },
  }),
  lawRow(since2008, {
    id: 'ARB.SET_ASIDE',
    name: { zh: '用人单位申请撤销终局裁决', en: 'Employer’s application to set a final award aside' },
    basis: [arbitrationLaw('49'), rolledBy85],
    trigger: 'award-received',
    amount: 30,
    unit: 'calendar-day',
    roll: 'legal',
  }),
  lawRow(since2008, {
    id: 'ARB.SUE_AFTER_SETASIDE',
    name: { zh: '终局裁决被撤销后起诉', en: 'Suing after a final award was set aside' },
    basis: [{ zh: '劳动争议调解仲裁法第49条第3款', en: 'Mediation and Arbitration Law art. 49(3)' }, rolledBy85],
    trigger: 'ruling-received',
    amount: 15,
    unit: 'calendar-day',
    roll: 'legal',
  }),
  lawRow(since2022, {
    id: 'ARB.ENFORCE',
    name: { zh: '申请执行', en: 'Applying for enforcement' },
    basis: [civilProcedure('250')],
    trigger: 'performance-over',
    amount: 2,
    unit: 'year',
    roll: 'legal',
    confidence: 'default',
  }),
  lawRow(since2008, {
    id: 'ARB.LIMITATION',
    name: { zh: '仲裁时效', en: 'Limitation of the claim' },
    basis: [arbitrationLaw('27'), arbitrationRule('27、28'), wagesInEmployment, rolledBy85],
    trigger: 'known',
    amount: 1,
    unit: 'year',
    roll: 'legal',
    restartGrounds: ['27-interrupt'],
    suspendGrounds: ['27-suspend'],
    overrun: { zh: '对方可以提出时效抗辩', en: 'The other side may plead the limitation' },
  }),
  lawRow(since2017, {
    id: 'ARB.RETENTION_AWARD',
    name: { zh: '案卷保管（裁决结案，最短）', en: 'Keeping the file (closed by award, at least)' },
    basis: [arbitrationRule('24')],
    trigger: 'archived',
    amount: 10,
    unit: 'year',
    overrun: { zh: '销毁按档案规定办理', en: 'Destroyed only under the rules on archives' },
  }),
  lawRow(since2017, {
    id: 'ARB.RETENTION_OTHER',
    name: { zh: '案卷保管（调解等结案，最短）', en: 'Keeping the file (closed otherwise, at least)' },
    basis: [arbitrationRule('24')],
    trigger: 'archived',
    amount: 5,
    unit: 'year',
    overrun: { zh: '国家另有规定的，从其规定', en: 'Where the state provides otherwise, that counts' },
  }),
];
