import { law, rules } from './basis.ts';
import type { StepDef } from './step.ts';
import { byAward, byResult } from './ways-of-closing.ts';

const side = 'arb';
const closed: Pick<StepDef, 'side' | 'from'> = { side, from: ['CLOSED'] };
const byFinalAward = byAward.filter((type) => type !== 'arb.award-open');
const ruling: StepDef['paper'] = { name: { zh: '裁定书', en: 'Ruling' }, required: true };
const papersOfCourt: StepDef['paper'] = { name: { zh: '法院文书', en: 'Paper of the court' }, required: false };
/** On an application to set a final award aside decides the court of the committee's seat (调解仲裁法49). */
const court: StepDef['decider'] = {
  who: { zh: '仲裁委员会所在地的中级人民法院', en: 'the intermediate court of the committee’s seat' },
  ...{ basis: law('49'), confidence: 'read', written: false },
};

/** What follows on a closed case before it is archived: suit, setting aside, enforcement, correction (调解仲裁法47至51). */
export const arbAfter: readonly StepDef[] = [
  {
    ...{ code: 'arb.revocation-told', name: { zh: '书面通知撤销案件', en: 'Parties told of the revocation' } },
    ...{ ...closed, basis: rules('32'), confidence: 'read', closedBy: ['arb.revoked'], once: true },
    paper: { name: { zh: '撤销案件的书面通知', en: 'Written notice of the revocation' }, required: true },
    clocks: [{ rule: 'ARB.REVOKE_NOTICE', type: 'STOP' }],
  },
  {
    ...{ code: 'arb.sued', name: { zh: '当事人起诉', en: 'A party sued' }, basis: law('48、50') },
    ...{ ...closed, confidence: 'read', closedBy: byAward, asks: ['party'], paper: papersOfCourt },
    clocks: [
      { rule: 'ARB.SUE', type: 'STOP', of: 'party' },
      { rule: 'ARB.SUE_AFTER_SETASIDE', type: 'STOP', of: 'party' },
    ],
  },
  {
    ...{
      code: 'arb.set-aside-asked',
      name: { zh: '用人单位申请撤销裁决', en: 'Employer asked to set the award aside' },
    },
    ...{ ...closed, basis: law('49'), confidence: 'read', closedBy: byFinalAward, paper: papersOfCourt },
    ...{ asks: ['party'], partyIs: 'unit', opens: 'SETTING_ASIDE', repeats: true },
    clocks: [{ rule: 'ARB.SET_ASIDE', type: 'STOP', of: 'party' }],
  },
  {
    ...{ code: 'arb.set-aside-refused', name: { zh: '法院驳回撤销申请', en: 'Court refused to set it aside' } },
    ...{ ...closed, basis: law('49'), confidence: 'read', closedBy: byFinalAward, ends: 'SETTING_ASIDE' },
    ...{ after: 'arb.set-aside-asked', decider: court, paper: ruling },
  },
  {
    ...{ code: 'arb.set-aside-granted', name: { zh: '法院裁定撤销裁决', en: 'Court set the award aside' } },
    ...{ ...closed, basis: law('49'), confidence: 'read', closedBy: byFinalAward, ends: 'SETTING_ASIDE' },
    ...{ after: 'arb.set-aside-asked', decider: court, paper: ruling },
  },
  {
    ...{ code: 'arb.ruling-received', name: { zh: '当事人收到撤销裁定', en: 'A party received the ruling' } },
    basis: { zh: '劳动争议调解仲裁法第49条第3款', en: 'Mediation and Arbitration Law art. 49(3)' },
    ...{ ...closed, confidence: 'read', closedBy: byFinalAward, after: 'arb.set-aside-granted', asks: ['party'] },
    clocks: [{ rule: 'ARB.SUE_AFTER_SETASIDE', type: 'START', of: 'party' }],
  },
  {
    ...{ code: 'arb.performance-over', name: { zh: '履行期限届满', en: 'Time for performance over' } },
    basis: { zh: '民事诉讼法第250条', en: 'Civil Procedure Law art. 250' },
    ...{ ...closed, confidence: 'default', closedBy: byResult, once: true },
    clocks: [{ rule: 'ARB.ENFORCE', type: 'START' }],
  },
  {
    ...{ code: 'arb.enforcement-asked', name: { zh: '当事人申请执行', en: 'A party applied for enforcement' } },
    ...{ ...closed, basis: law('51'), confidence: 'default', closedBy: byResult, asks: ['party'] },
    paper: papersOfCourt,
    clocks: [{ rule: 'ARB.ENFORCE', type: 'STOP' }],
  },
  {
    ...{ code: 'arb.put-right', name: { zh: '补正', en: 'Correct the result' }, basis: rules('54') },
    ...{ ...closed, confidence: 'read', closedBy: byResult },
    paper: { name: { zh: '补正决定书', en: 'Decision to correct' }, required: true },
  },
  {
    ...{ code: 'arb.effect-certified', name: { zh: '出具生效证明', en: 'Certify that it took effect' } },
    ...{ ...closed, basis: law('47至51'), confidence: 'default', closedBy: byResult },
    paper: { name: { zh: '生效证明', en: 'Certificate of effect' }, required: true },
  },
];
