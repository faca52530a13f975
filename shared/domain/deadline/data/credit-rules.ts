import { localDate } from '#shared/base/local-date.ts';
import type { Bilingual, LimitRule } from '../rule.ts';
import { lawRow } from './row.ts';

const since2022 = localDate('2022-01-01');
const since2017 = localDate('2017-01-01');
const order45 = (article: string): Bilingual => ({
  zh: `人社部令第45号第${article}条`,
  en: `MOHRSS Order 45 art. ${article}`,
});
const order29: Bilingual = { zh: '人社部令第29号', en: 'MOHRSS Order 29' };

/** Limits of the list of wage defaulters (人社部令第45号) and of publication (人社部令第29号). */
export const creditRules: readonly LimitRule[] = [
  lawRow(since2022, {
    id: 'LSI.LIST_OBJECT',
    name: { zh: '拟列入失信名单的异议', en: 'Objection to being listed' },
    basis: [order45('6')],
    trigger: 'told',
    amount: 5,
    unit: 'working-day',
    confidence: 'default',
  }),
  lawRow(since2022, {
    id: 'LSI.LIST_CHECK',
    name: { zh: '核实列入异议', en: 'Checking the objection' },
    basis: [order45('6')],
    trigger: 'objected',
    amount: 5,
    unit: 'working-day',
    confidence: 'default',
  }),
  lawRow(since2022, {
    id: 'LSI.LIST_TERM',
    name: { zh: '失信联合惩戒期限', en: 'Time on the list' },
    basis: [{ zh: '人社部令第45号（期限三年）', en: 'MOHRSS Order 45 (three years)' }],
    trigger: 'decided',
    amount: 3,
    unit: 'year',
    restartGrounds: ['list-false-material'],
  }),
  lawRow(since2022, {
    id: 'LSI.LIST_EARLY',
    name: { zh: '可以申请提前移出', en: 'Early removal may be asked for' },
    basis: [
      {
        zh: '人社部令第45号（改正、列入较晚之日起满六个月，待核）',
        en: 'MOHRSS Order 45 (six months since the later of correction and listing, to be checked)',
      },
    ],
    trigger: 'corrected',
    amount: 6,
    unit: 'month',
    elapsed: 'last-day',
    confidence: 'default',
  }),
  lawRow(since2022, {
    id: 'LSI.LIST_REMOVE',
    name: { zh: '提前移出审核决定', en: 'Decision on early removal' },
    basis: [{ zh: '人社部令第45号', en: 'MOHRSS Order 45' }],
    trigger: 'asked',
    amount: 15,
    unit: 'working-day',
    confidence: 'default',
  }),
  lawRow(since2017, {
    id: 'LSI.PUBLISH_OBJECT',
    name: { zh: '社会公布异议复核', en: 'Review of an objection to publication' },
    basis: [order29],
    trigger: 'objected',
    amount: 15,
    unit: 'working-day',
    confidence: 'default',
  }),
  lawRow(since2017, {
    id: 'LSI.PUBLISH_CORRECT',
    name: { zh: '处理决定变更后的公布更正', en: 'Correcting the publication after a changed decision' },
    basis: [order29],
    trigger: 'decision-changed',
    amount: 10,
    unit: 'working-day',
    confidence: 'default',
  }),
];
