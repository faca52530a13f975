import type { Bilingual, LimitRule } from '../rule.ts';
import { byDefault } from './row.ts';

const civil134: Bilingual = {
  zh: '参照民事诉讼法解释第134条',
  en: 'By analogy with the Interpretation of the Civil Procedure Law art. 134',
};
const transfer: Bilingual = {
  zh: '参照办案规则第9条、第46条第（五）项',
  en: 'By analogy with the Arbitration Rules art. 9, 46(5)',
};
const penalty61: Bilingual = {
  zh: '参照行政处罚法第61条',
  en: 'By analogy with the Administrative Penalty Law art. 61',
};

/** Default limits of single kinds of request; an amount of 0 is the same day. */
export const requestKindRules: readonly LimitRule[] = [
  byDefault({
    id: 'REQ.ARB_SERVE',
    name: { zh: '委托送达办理期限', en: 'Time for commissioned service' },
    trigger: 'registered',
    amount: 10,
    unit: 'calendar-day',
    basis: [civil134],
  }),
  byDefault({
    id: 'REQ.ARB_SERVE.RETURN',
    name: { zh: '寄回送达回证', en: 'Sending the proof of service back' },
    trigger: 'served',
    amount: 3,
    unit: 'working-day',
  }),
  byDefault({
    id: 'REQ.ARB_SERVE.HEARING',
    name: { zh: '委托送达开庭通知', en: 'Commissioned service of a notice of hearing' },
    trigger: 'hearing',
    amount: 7,
    unit: 'working-day',
    back: true,
  }),
  byDefault({
    id: 'REQ.TRANSFER.SEND',
    name: { zh: '移送案件材料', en: 'Sending the file of a transfer' },
    trigger: 'decided',
    amount: 5,
    unit: 'working-day',
    basis: [transfer],
  }),
  byDefault({
    id: 'REQ.TRANSFER.RECEIVE',
    name: { zh: '收到移送后签收', en: 'Receipt of a transferred file' },
    trigger: 'stored',
    amount: 5,
    unit: 'working-day',
    basis: [transfer],
  }),
  byDefault({
    id: 'REQ.CONSULT',
    name: { zh: '管辖协商每轮答复', en: 'Each round of a consultation on jurisdiction' },
    trigger: 'asked',
    amount: 5,
    unit: 'working-day',
    overrun: { zh: '两轮未果的，报请上级', en: 'After two rounds without result it is reported upward' },
  }),
  byDefault({
    id: 'REQ.COLLECT.FORWARD',
    name: { zh: '异地代收后转送', en: 'Forwarding papers collected for another office' },
    trigger: 'collected',
    amount: 0,
    unit: 'calendar-day',
  }),
  byDefault({
    id: 'REQ.COLLECT.CONFIRM',
    name: { zh: '确认收到代收材料', en: 'Confirming collected papers' },
    trigger: 'stored',
    amount: 1,
    unit: 'working-day',
  }),
  byDefault({
    id: 'REQ.JOINT.PRE',
    name: { zh: '联合调解（受理前）', en: 'Joint mediation before acceptance' },
    trigger: 'consented',
    amount: 15,
    unit: 'calendar-day',
  }),
  byDefault({
    id: 'REQ.JOINT.POST',
    name: { zh: '联合调解（受理后）', en: 'Joint mediation after acceptance' },
    trigger: 'consented',
    amount: 10,
    unit: 'working-day',
  }),
  byDefault({
    id: 'REQ.JOINT.ANSWER',
    name: { zh: '协同仲裁庭答复', en: 'Answer about a joint panel' },
    trigger: 'asked',
    amount: 3,
    unit: 'working-day',
  }),
  byDefault({
    id: 'REQ.LSI_SERVE',
    name: { zh: '委托送达监察文书', en: 'Commissioned service of inspection papers' },
    trigger: 'registered',
    amount: 5,
    unit: 'working-day',
    basis: [penalty61],
  }),
  byDefault({
    id: 'REQ.FORWARD',
    name: { zh: '转送救济申请、投诉', en: 'Forwarding a complaint or application' },
    trigger: 'received',
    amount: 2,
    unit: 'working-day',
  }),
  byDefault({
    id: 'REQ.FORWARD.TEN',
    name: { zh: '转送（十人以上）', en: 'Forwarding for ten workers or more' },
    trigger: 'received',
    amount: 1,
    unit: 'working-day',
  }),
  byDefault({
    id: 'REQ.FORWARD.FEEDBACK',
    name: { zh: '反馈处理结果', en: 'Telling the result' },
    trigger: 'result-known',
    amount: 5,
    unit: 'working-day',
  }),
  byDefault({
    id: 'REQ.BLACKLIST',
    name: { zh: '共享失信名单', en: 'Sharing a listing' },
    trigger: 'served',
    amount: 3,
    unit: 'working-day',
  }),
  byDefault({
    id: 'REQ.BLACKLIST.REMOVAL',
    name: { zh: '共享移出', en: 'Sharing a removal' },
    trigger: 'decided',
    amount: 0,
    unit: 'calendar-day',
  }),
  byDefault({
    id: 'REQ.BLACKLIST.LIFTED',
    name: { zh: '确认已解除限制', en: 'Confirming that restrictions are lifted' },
    trigger: 'told',
    amount: 3,
    unit: 'working-day',
  }),
  byDefault({
    id: 'REQ.QUARTER',
    name: { zh: '季度通报', en: 'Quarterly notice' },
    trigger: 'quarter-over',
    amount: 15,
    unit: 'calendar-day',
  }),
  byDefault({
    id: 'REQ.URGENT',
    name: { zh: '重大案件通报', en: 'Notice of a major case' },
    trigger: 'known',
    amount: 0,
    unit: 'calendar-day',
  }),
];
