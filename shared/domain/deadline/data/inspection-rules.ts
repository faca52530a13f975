import { localDate } from '#shared/base/local-date.ts';
import type { Bilingual, LimitRule } from '../rule.ts';
import {
  inspectionProvision,
  inspectionRegulation,
  internal,
  lawRow,
  penaltyLaw,
  rolledBy85,
  since2004,
  since2005,
  type UnreadDay,
} from './row.ts';

/** Days on which the laws in the text that was read came into force; those of which no source says so are unread. */
const since2021: UnreadDay = { unread: localDate('2021-07-15') };
const since2020 = localDate('2020-08-07');
const since2024: UnreadDay = { unread: localDate('2024-01-01') };
const since2015: UnreadDay = { unread: localDate('2015-05-01') };
const since2012: UnreadDay = { unread: localDate('2012-01-01') };
const transfer = (article: string): Bilingual => ({
  zh: `行政执法机关移送涉嫌犯罪案件的规定第${article}条`,
  en: `Provisions on the Transfer of Suspected Crimes art. ${article}`,
});
const strict: Bilingual = {
  zh: '条文未写明单位，按自然日（从严，待核）',
  en: 'The unit is not stated; calendar days (the stricter reading, to be checked)',
};
const unlessSpecial: Bilingual = {
  zh: '法律、法规、规章另有规定的，从其规定',
  en: 'Where a law, regulation or rule provides otherwise, that counts',
};
const fromItsEnd: Bilingual = {
  zh: '违法行为有连续或者继续状态的，自终了之日起算',
  en: 'For a continuous violation it runs from its end',
};

/** Limits inside an inspection case and of what follows it. */
export const inspectionRules: readonly LimitRule[] = [
  lawRow(since2005, {
    id: 'LSI.DECIDE',
    name: { zh: '作出处理决定', en: 'Decision after the investigation' },
    basis: [inspectionProvision('37')],
    trigger: 'investigated',
    amount: 15,
    unit: 'working-day',
    confidence: 'default',
    extension: { rule: 'LSI.DECIDE_EXT', times: 1 },
  }),
  lawRow(since2005, {
    id: 'LSI.DECIDE_EXT',
    name: { zh: '延长处理决定（经批准）', en: 'Extension of the decision (approved)' },
    basis: [inspectionProvision('37')],
    trigger: 'extended',
    amount: 0,
    unit: 'working-day',
    form: 'given',
    confidence: 'default',
  }),
  lawRow(since2021, {
    id: 'LSI.PENALTY_90',
    name: { zh: '作出行政处罚决定', en: 'Penalty decision' },
    basis: [penaltyLaw('60'), unlessSpecial],
    trigger: 'filed',
    amount: 90,
    unit: 'calendar-day',
  }),
  lawRow(since2021, {
    id: 'LSI.PRESERVE',
    name: { zh: '先行登记保存的处理', en: 'Handling evidence registered for preservation' },
    basis: [penaltyLaw('56、85')],
    trigger: 'preserved',
    amount: 7,
    unit: 'working-day',
    confidence: 'certain',
    overrun: internal,
  }),
  lawRow(since2021, {
    id: 'LSI.HEARING_ASK',
    name: { zh: '要求听证', en: 'Asking for a hearing' },
    basis: [{ zh: '行政处罚法第64条第（1）项、第85条', en: 'Administrative Penalty Law art. 64(1), 85' }],
    trigger: 'told',
    amount: 5,
    unit: 'working-day',
  }),
  lawRow(since2021, {
    id: 'LSI.HEARING_NOTICE',
    name: { zh: '通知听证', en: 'Notice of the hearing' },
    basis: [{ zh: '行政处罚法第64条第（2）项、第85条', en: 'Administrative Penalty Law art. 64(2), 85' }],
    trigger: 'hearing',
    amount: 7,
    unit: 'working-day',
    back: true,
  }),
  lawRow(since2021, {
    id: 'LSI.SERVE',
    name: { zh: '送达处罚决定书', en: 'Serving the penalty decision' },
    basis: [penaltyLaw('61、85')],
    trigger: 'decided',
    amount: 7,
    unit: 'working-day',
    overrun: internal,
  }),
  lawRow(
    { unread: since2004 },
    {
      id: 'LSI.LIMITATION',
      name: { zh: '查处时效', en: 'Limitation of the inspection' },
      basis: [inspectionRegulation('20'), fromItsEnd],
      trigger: 'violation-ended',
      amount: 2,
      unit: 'year',
      overrun: { zh: '不再查处', en: 'No longer investigated' },
    },
  ),
  lawRow(since2020, {
    id: 'LSI.CRIME_APPROVE',
    name: { zh: '移送涉嫌犯罪案件审批', en: 'Approval of a transfer to the police' },
    basis: [transfer('5'), strict],
    trigger: 'reported',
    amount: 3,
    unit: 'calendar-day',
  }),
  lawRow(since2020, {
    id: 'LSI.CRIME_SEND',
    name: { zh: '向公安机关移送', en: 'Sending to the police' },
    basis: [transfer('5')],
    trigger: 'approved',
    amount: 24,
    unit: 'hour',
  }),
  lawRow(since2020, {
    id: 'LSI.CRIME_PSB',
    name: { zh: '公安机关审查', en: 'Review by the police' },
    basis: [transfer('8'), strict],
    trigger: 'handed-over',
    amount: 3,
    unit: 'calendar-day',
  }),
  lawRow(since2020, {
    id: 'LSI.CRIME_RECONSIDER',
    name: { zh: '对不予立案提请复议', en: 'Reconsideration of a refusal to open a case' },
    basis: [transfer('9'), strict],
    trigger: 'no-case-told',
    amount: 3,
    unit: 'calendar-day',
  }),
  lawRow(since2020, {
    id: 'LSI.CRIME_HANDOVER',
    name: { zh: '移交涉案物品', en: 'Handing the items over' },
    basis: [transfer('12'), strict],
    trigger: 'case-opened',
    amount: 3,
    unit: 'calendar-day',
  }),
  lawRow(since2024, {
    id: 'LSI.REVIEW',
    name: { zh: '申请行政复议', en: 'Applying for administrative review' },
    basis: [{ zh: '行政复议法第20条', en: 'Administrative Review Law art. 20' }, rolledBy85],
    trigger: 'decision-known',
    amount: 60,
    unit: 'calendar-day',
    roll: 'legal',
  }),
  lawRow(since2015, {
    id: 'LSI.SUIT',
    name: { zh: '提起行政诉讼', en: 'Administrative suit' },
    basis: [{ zh: '行政诉讼法第46条', en: 'Administrative Litigation Law art. 46' }, rolledBy85],
    trigger: 'decision-known',
    amount: 6,
    unit: 'month',
    roll: 'legal',
    confidence: 'default',
  }),
  lawRow(since2012, {
    id: 'LSI.COURT_ENF',
    name: { zh: '申请法院强制执行', en: 'Applying to the court for enforcement' },
    basis: [{ zh: '行政强制法第53条', en: 'Administrative Compulsion Law art. 53' }, rolledBy85],
    trigger: 'remedy-over',
    amount: 3,
    unit: 'month',
    roll: 'legal',
  }),
  lawRow(since2012, {
    id: 'LSI.URGE',
    name: { zh: '催告期', en: 'Time after urging' },
    basis: [{ zh: '行政强制法第54、69条', en: 'Administrative Compulsion Law art. 54, 69' }],
    trigger: 'urged',
    amount: 10,
    unit: 'working-day',
    elapsed: 'last-day',
    overrun: { zh: '可以申请法院强制执行', en: 'One may apply to the court for enforcement' },
  }),
  lawRow(since2005, {
    id: 'LSI.RECUSE',
    name: { zh: '监察员回避决定', en: 'Decision on the recusal of an inspector' },
    basis: [inspectionProvision('25')],
    trigger: 'recusal-asked',
    amount: 3,
    unit: 'working-day',
    confidence: 'default',
  }),
  lawRow(since2005, {
    id: 'LSI.RETENTION',
    name: { zh: '监察案卷保管（最短）', en: 'Keeping the inspection file (at least)' },
    basis: [inspectionProvision('40')],
    trigger: 'archived',
    amount: 3,
    unit: 'year',
    confidence: 'default',
  }),
];
