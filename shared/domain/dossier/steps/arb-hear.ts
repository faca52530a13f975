import { deciders } from '../deciders.ts';
import { arbOpen } from './arb-begin.ts';
import { law, rules } from './basis.ts';
import type { Stage } from './stages.ts';
import type { StepDef } from './step.ts';
import { byResult } from './ways-of-closing.ts';

const side = 'arb';
const heard: readonly Stage[] = ['IN_HEARING', 'MEDIATING', 'DELIBERATION'];
const endOfCase = [{ rule: 'ARB.LIMIT', type: 'STOP' }] as const;
const award = { zh: '裁决书', en: 'Award' };
/** 调解仲裁法35、办案规则38: the committee decides whether a hearing is postponed. */
const onPostponing: StepDef['decider'] = {
  who: { zh: '仲裁委员会', en: 'the committee' },
  basis: {
    zh: '劳动争议调解仲裁法第35条、办案规则第38条',
    en: 'Mediation and Arbitration Law art. 35, Arbitration Rules art. 38',
  },
  ...{ confidence: 'read', written: false },
};
const decided: Pick<StepDef, 'side' | 'from' | 'to' | 'clocks' | 'paper'> = {
  ...{ side, from: ['IN_HEARING', 'DELIBERATION'], to: 'AWARDED', clocks: endOfCase },
  paper: { name: award, required: true },
};

/** Panel, hearing, mediation, award and the service of the result (调解仲裁法31至50). */
export const arbHear: readonly StepDef[] = [
  {
    ...{ code: 'arb.panel', side, name: { zh: '组庭', en: 'Form the panel' }, basis: law('32'), confidence: 'read' },
    ...{ from: ['ACCEPTED', 'SERVING', 'DEFENSE'], to: 'PANEL_FORMED', forward: true, once: true },
    paper: { name: { zh: '组庭通知书', en: 'Notice of the panel' }, required: false },
    clocks: [{ rule: 'ARB.PANEL', type: 'STOP' }],
  },
  {
    ...{ code: 'arb.set-hearing', side, name: { zh: '排期开庭', en: 'Set a hearing' }, basis: law('35') },
    ...{ confidence: 'read', from: ['PANEL_FORMED', ...heard], to: 'HEARING_SET', asks: ['day'] },
    paper: { name: { zh: '开庭通知书', en: 'Notice of hearing' }, required: false },
    clocks: [
      { rule: 'ARB.HEARING_NOTICE', type: 'START', of: 'hearing', from: 'day' },
      { rule: 'ARB.POSTPONE_REQ', type: 'START', of: 'hearing', from: 'day' },
    ],
  },
  {
    ...{ code: 'arb.hearing-notified', side, name: { zh: '开庭通知已送达', en: 'Notice of hearing served' } },
    ...{ basis: law('35'), confidence: 'read', from: ['HEARING_SET'] },
    paper: { name: { zh: '送达回证', en: 'Proof of service' }, required: false },
    clocks: [{ rule: 'ARB.HEARING_NOTICE', type: 'STOP', of: 'hearing' }],
  },
  {
    ...{ code: 'arb.postpone', side, name: { zh: '延期开庭', en: 'Postpone the hearing' }, basis: law('35') },
    ...{ confidence: 'read', from: ['HEARING_SET'], to: 'PANEL_FORMED', decider: onPostponing },
    paper: { name: { zh: '延期开庭通知书', en: 'Notice of postponement' }, required: false },
    clocks: [
      { rule: 'ARB.HEARING_NOTICE', type: 'STOP', of: 'hearing' },
      { rule: 'ARB.POSTPONE_REQ', type: 'STOP', of: 'hearing' },
    ],
  },
  {
    ...{ code: 'arb.hear', side, name: { zh: '开庭审理', en: 'Hearing' }, basis: rules('41、42') },
    ...{ confidence: 'read', from: ['HEARING_SET'], to: 'IN_HEARING', stopsRules: ['ARB.DEFENSE'] },
    paper: { name: { zh: '庭审笔录', en: 'Record of the hearing' }, required: false },
    clocks: [
      { rule: 'ARB.HEARING_NOTICE', type: 'STOP', of: 'hearing' },
      { rule: 'ARB.POSTPONE_REQ', type: 'STOP', of: 'hearing' },
    ],
  },
  {
    ...{ code: 'arb.mediate', side, name: { zh: '仲裁调解', en: 'Mediate' }, basis: law('42'), confidence: 'read' },
    ...{ from: arbOpen.filter((stage) => stage !== 'MEDIATING'), to: 'MEDIATING' },
  },
  {
    ...{ code: 'arb.mediation-failed', side, name: { zh: '调解不成', en: 'No settlement' }, basis: law('42') },
    ...{ confidence: 'read', from: ['MEDIATING'], to: 'left' },
  },
  {
    ...{ code: 'arb.settled', side, name: { zh: '制作调解书', en: 'Mediation statement' }, basis: law('42') },
    ...{ confidence: 'read', from: ['MEDIATING'], to: 'RESULT_SERVING', clocks: endOfCase },
    paper: { name: { zh: '调解书', en: 'Mediation statement' }, required: true },
  },
  {
    ...{ code: 'arb.deliberate', side, name: { zh: '评议', en: 'Deliberate' }, basis: law('45'), confidence: 'read' },
    ...{ from: ['IN_HEARING'], to: 'DELIBERATION' },
    paper: { name: { zh: '评议记录（副卷）', en: 'Record of deliberation (sub-volume)' }, required: false },
  },
  {
    ...{ code: 'arb.award-final', name: { zh: '裁决（终局）', en: 'Award (final)' } },
    ...{ basis: law('46、47'), confidence: 'read', ...decided },
  },
  {
    ...{ code: 'arb.award-open', name: { zh: '裁决（非终局）', en: 'Award (not final)' } },
    ...{ basis: law('46、50'), confidence: 'read', ...decided },
  },
  {
    ...{ code: 'arb.award-both', name: { zh: '裁决（终局与非终局分别制作）', en: 'Awards (final and not final)' } },
    ...{ basis: rules('50'), confidence: 'read', ...decided },
  },
  {
    ...{ code: 'arb.result-served', side, name: { zh: '结果已送达当事人', en: 'Result served on a party' } },
    ...{ basis: rules('20'), confidence: 'read', from: ['AWARDED', 'RESULT_SERVING', 'CLOSED'], closedBy: byResult },
    ...{ to: 'RESULT_SERVING', forward: true, asks: ['party'] },
    paper: { name: { zh: '送达回证', en: 'Proof of service' }, required: false },
    clocks: [
      { rule: 'ARB.SUE', type: 'START', of: 'party', when: 'may-sue' },
      { rule: 'ARB.SET_ASIDE', type: 'START', of: 'party', when: 'may-set-aside' },
    ],
  },
  {
    ...{ code: 'arb.close', side, name: { zh: '结案', en: 'Close' }, basis: rules('21'), confidence: 'read' },
    from: ['APPLIED', 'CORRECTION', 'PRE_MEDIATION', ...arbOpen, 'AWARDED', 'RESULT_SERVING'],
    ...{ to: 'CLOSED', whileSuspended: true, decider: deciders.arb.close },
    stopsRunning: 'case',
    clocks: [{ rule: 'ARB.REVOKE_NOTICE', type: 'START', when: 'revoked' }],
  },
  {
    ...{ code: 'arb.archive', side, name: { zh: '归档', en: 'Archive' }, basis: rules('21至24'), confidence: 'read' },
    ...{ from: ['CLOSED', 'REJECTED', 'NOT_MY_JURISDICTION'], to: 'ARCHIVED', once: true, stopsRunning: 'all' },
    paper: { name: { zh: '档号', en: 'Archive number' }, required: false },
    clocks: [
      { rule: 'ARB.RETENTION_AWARD', type: 'START', when: 'closed-by-award' },
      { rule: 'ARB.RETENTION_OTHER', type: 'START', when: 'closed-otherwise' },
    ],
  },
];
