import type { ClockGround } from '../grounds.ts';

/** Items of an article as the law numbers them. */
const items = '一二三四五六七';
const itemOf = (law: ClockGround['basis'], item: string): ClockGround['basis'] => ({
  zh: `${law.zh}第（${item}）项`,
  en: `${law.en}(${items.indexOf(item) + 1})`,
});
const rules47 = (item: string): ClockGround['basis'] =>
  itemOf({ zh: '办案规则第47条', en: 'Arbitration Rules art. 47' }, item);
const rules46 = (item: string): ClockGround['basis'] =>
  itemOf({ zh: '办案规则第46条', en: 'Arbitration Rules art. 46' }, item);
const zhejiang36: ClockGround['basis'] = {
  zh: '浙江省劳动人事争议调解仲裁条例第36条',
  en: 'Zhejiang Mediation and Arbitration Regulation art. 36',
};

/** Grounds of 办案规则 46 and 47, of Zhejiang's own regulation, and of the life of a request between offices. */
export const clockGrounds: readonly ClockGround[] = [
  {
    id: '47-1',
    effect: 'suspend',
    name: { zh: '劳动者一方死亡，等待继承人', en: 'Worker died, waiting for heirs' },
    basis: rules47('一'),
    confidence: 'read',
  },
  {
    id: '47-2',
    effect: 'suspend',
    name: { zh: '劳动者丧失行为能力，尚未确定法定代理人', en: 'Worker lost capacity, no legal representative yet' },
    basis: rules47('二'),
    confidence: 'read',
  },
  {
    id: '47-3',
    effect: 'suspend',
    name: { zh: '用人单位终止，尚未确定权利义务承继人', en: 'Employer ended, successor not known' },
    basis: rules47('三'),
    confidence: 'read',
  },
  {
    id: '47-4',
    effect: 'suspend',
    name: { zh: '因不可抗拒的事由不能参加仲裁', en: 'A party is kept away by force majeure' },
    basis: rules47('四'),
    confidence: 'read',
  },
  {
    id: '47-5',
    effect: 'suspend',
    name: { zh: '等待另案结果', en: 'Waiting for the result of another case' },
    basis: rules47('五'),
    confidence: 'read',
  },
  {
    id: '47-6',
    effect: 'suspend',
    name: { zh: '等待工伤认定、伤残等级鉴定或其他鉴定结论', en: 'Waiting for an injury finding or an appraisal' },
    basis: rules47('六'),
    confidence: 'read',
  },
  {
    id: '47-7',
    effect: 'suspend',
    name: { zh: '其他应当中止的情形', en: 'Other grounds' },
    basis: rules47('七'),
    confidence: 'read',
  },
  {
    id: '69',
    effect: 'suspend',
    name: { zh: '受理前同意调解，暂缓受理', en: 'Mediation agreed before acceptance' },
    basis: { zh: '办案规则第69条', en: 'Arbitration Rules art. 69' },
    confidence: 'default',
    resumeAfter: {
      days: 15,
      basis: { zh: '调解仲裁法第14条', en: 'Mediation and Arbitration Law art. 14' },
    },
  },
  {
    id: '27-suspend',
    effect: 'suspend',
    name: { zh: '不可抗力或者其他正当理由，时效中止', en: 'Force majeure or another good reason' },
    basis: {
      zh: '调解仲裁法第27条、办案规则第28条',
      en: 'Mediation and Arbitration Law art. 27, Arbitration Rules art. 28',
    },
    confidence: 'read',
  },
  {
    id: '27-interrupt',
    effect: 'restart',
    name: {
      zh: '主张权利、请求救济或者对方同意履行，时效中断',
      en: 'The claim was pressed, help was asked for, or the other side agreed',
    },
    basis: {
      zh: '调解仲裁法第27条、办案规则第27条',
      en: 'Mediation and Arbitration Law art. 27, Arbitration Rules art. 27',
    },
    confidence: 'read',
  },
  {
    id: '46-1',
    effect: 'restart',
    name: { zh: '追加当事人或者第三人', en: 'A party or third person was added' },
    basis: rules46('一'),
    confidence: 'read',
  },
  {
    id: '46-2',
    effect: 'restart',
    name: { zh: '申请人补正材料', en: 'The applicant completed the papers' },
    basis: rules46('二'),
    confidence: 'read',
    reopens: true,
  },
  {
    id: '46-3',
    effect: 'restart',
    name: { zh: '增加、变更仲裁请求', en: 'Claims were added or changed' },
    basis: rules46('三'),
    confidence: 'read',
  },
  {
    id: '46-4',
    effect: 'restart',
    name: { zh: '仲裁申请和反申请合并处理', en: 'Application and counter-application were merged' },
    basis: rules46('四'),
    confidence: 'read',
  },
  {
    id: '46-5',
    effect: 'restart',
    name: { zh: '案件移送管辖', en: 'The case was transferred here' },
    basis: rules46('五'),
    confidence: 'read',
  },
  {
    id: '46-6-notice',
    effect: 'exclude',
    name: { zh: '公告送达期间', en: 'Service by public notice' },
    basis: rules46('六'),
    confidence: 'read',
  },
  {
    id: '46-7',
    effect: 'exclude',
    name: { zh: '法律、法规规定的其他情形', en: 'Other cases by law' },
    basis: rules46('七'),
    confidence: 'read',
  },
  {
    id: '33-delegation',
    effect: 'exclude',
    name: { zh: '委托调查取证期间', en: 'Commissioned taking of evidence' },
    basis: itemOf(zhejiang36, '一'),
    confidence: 'read',
  },
  {
    id: '33-settlement',
    effect: 'exclude',
    name: { zh: '当事人要求庭外和解期间', en: 'Settlement out of court asked for by the parties' },
    basis: itemOf(zhejiang36, '二'),
    confidence: 'read',
  },
  {
    id: '33-appraisal',
    effect: 'exclude',
    name: { zh: '等待工伤认定、鉴定期间', en: 'Waiting for an injury finding or an appraisal' },
    basis: zhejiang36,
    confidence: 'read',
  },
  {
    id: '33-31',
    effect: 'suspend',
    name: { zh: '法律适用问题需有权机关解释', en: 'The law needs interpretation by the competent organ' },
    basis: { zh: '浙江省劳动人事争议调解仲裁条例第31条', en: 'Zhejiang Mediation and Arbitration Regulation art. 31' },
    confidence: 'read',
  },
  {
    id: '33-lsi-30',
    effect: 'suspend',
    name: { zh: '当事人逃匿、无法取得证据等，中止调查', en: 'The employer fled or evidence cannot be had' },
    basis: { zh: '浙江省劳动保障监察条例第30条', en: 'Zhejiang Inspection Regulation art. 30' },
    confidence: 'read',
  },
  {
    id: 'lsi-supplement',
    effect: 'restart',
    name: { zh: '投诉人补正材料', en: 'The complainant completed the papers' },
    basis: { zh: '实施监察条例若干规定第18条', en: 'Inspection Provisions art. 18' },
    confidence: 'default',
    reopens: true,
  },
  {
    id: 'list-false-material',
    effect: 'restart',
    name: {
      zh: '提前移出的申请材料虚假，撤销移出决定，期限重新计算',
      en: 'False material was handed in for early removal: its decision is revoked and the term is counted anew',
    },
    basis: { zh: '人社部令第45号', en: 'MOHRSS Order 45' },
    confidence: 'default',
    reopens: true,
  },
  {
    id: 'req-suspend',
    effect: 'suspend',
    name: { zh: '受托方中止办理', en: 'The executor paused the work' },
    basis: { zh: '协作机制默认规则', en: 'Default of the cooperation' },
    confidence: 'default',
  },
  {
    id: 'req-supplement',
    effect: 'restart',
    name: { zh: '委托方补正', en: 'The requester completed the request' },
    basis: { zh: '协作机制默认规则', en: 'Default of the cooperation' },
    confidence: 'default',
    reopens: true,
  },
  {
    id: 'req-return',
    effect: 'restart',
    name: { zh: '再次退回补正', en: 'Returned for correction again' },
    basis: { zh: '协作机制默认规则', en: 'Default of the cooperation' },
    confidence: 'default',
    reopens: true,
  },
  {
    id: 'req-object',
    effect: 'restart',
    name: { zh: '委托方对结果提出异议', en: 'The requester objected to the result' },
    basis: { zh: '协作机制默认规则', en: 'Default of the cooperation' },
    confidence: 'default',
    reopens: true,
  },
];
