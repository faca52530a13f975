import { deciders } from '../deciders.ts';
import { penalties, provisions, regulation } from './basis.ts';
import type { Stage } from './stages.ts';
import type { StepClock, StepDef } from './step.ts';

const side = 'lsi';

/** Stages of a file that was filed and is not decided. */
export const lsiOpen: readonly Stage[] = ['FILED', 'INVESTIGATING', 'PROPOSED', 'NOTICE_HEARD', 'LEGAL_REVIEW'];
const afterInquiry: readonly Stage[] = ['PROPOSED', 'NOTICE_HEARD', 'LEGAL_REVIEW'];
const afterDecision: readonly StepClock[] = [
  { rule: 'LSI.HEARING_ASK', type: 'STOP' },
  { rule: 'LSI.DECIDE', type: 'STOP' },
  { rule: 'LSI.SERVE', type: 'START' },
];
const decided: Pick<StepDef, 'side' | 'basis' | 'confidence' | 'to' | 'clocks'> = {
  ...{ side, basis: regulation('18'), confidence: 'read', to: 'DECIDED', clocks: afterDecision },
};

/** From the lead over filing, investigation and decision to the end (条例14至18). */
export const lsiMain: readonly StepDef[] = [
  {
    ...{ code: 'lsi.receive', side, name: { zh: '线索登记', en: 'Register the lead' }, basis: regulation('14') },
    ...{ confidence: 'read', from: [], to: 'CLUE', once: true },
    clocks: [{ rule: 'LSI.ACCEPT', type: 'START', when: 'awaits-decision' }],
  },
  {
    ...{
      code: 'lsi.review',
      side,
      name: { zh: '受理审查', en: 'Review' },
      basis: provisions('18'),
      confidence: 'read',
    },
    ...{ from: ['CLUE'], to: 'REVIEWING' },
  },
  {
    ...{ code: 'lsi.ask-supplement', side, name: { zh: '告知补正', en: 'Ask to complete' }, basis: provisions('18') },
    ...{ confidence: 'read', from: ['CLUE', 'REVIEWING'], to: 'SUPPLEMENT' },
    paper: { name: { zh: '补正通知书', en: 'Notice to complete' }, required: true },
    clocks: [{ rule: 'LSI.ACCEPT', type: 'STOP' }],
  },
  {
    ...{ code: 'lsi.supplemented', side, name: { zh: '已补正', en: 'Completed' }, basis: provisions('18') },
    ...{ confidence: 'default', from: ['SUPPLEMENT'], to: 'REVIEWING' },
    clocks: [{ rule: 'LSI.ACCEPT', type: 'RESTART', ground: 'lsi-supplement', when: 'awaits-decision' }],
  },
  {
    ...{ code: 'lsi.accept', side, name: { zh: '立案', en: 'File' }, basis: provisions('18、19') },
    ...{ confidence: 'default', from: ['CLUE', 'REVIEWING'], to: 'FILED', once: true, decider: deciders.lsi.accept },
    paper: { name: { zh: '立案审批表', en: 'Approval of filing' }, required: false },
    clocks: [
      { rule: 'LSI.ACCEPT', type: 'STOP' },
      { rule: 'LSI.INVESTIGATE', type: 'START' },
    ],
  },
  {
    ...{ code: 'lsi.investigate', side, name: { zh: '调查检查', en: 'Investigate' }, basis: regulation('15、16') },
    ...{ confidence: 'read', from: ['FILED', 'INVESTIGATING'], to: 'INVESTIGATING' },
    paper: { name: { zh: '调查询问书、笔录', en: 'Inquiry and records' }, required: false },
  },
  {
    ...{ code: 'lsi.propose', side, name: { zh: '调查终结、处理报批', en: 'Investigation finished' } },
    ...{ basis: provisions('33'), confidence: 'read', from: ['FILED', 'INVESTIGATING'], to: 'PROPOSED' },
    paper: { name: { zh: '案件处理报批表', en: 'Proposal for decision' }, required: false },
    clocks: [
      { rule: 'LSI.INVESTIGATE', type: 'STOP' },
      { rule: 'LSI.DECIDE', type: 'START' },
    ],
  },
  {
    ...{ code: 'lsi.tell', side, name: { zh: '事先告知', en: 'Notice before the decision' } },
    ...{ basis: provisions('34'), confidence: 'read', from: ['PROPOSED', 'LEGAL_REVIEW'], to: 'NOTICE_HEARD' },
    paper: { name: { zh: '事先告知书', en: 'Notice' }, required: true },
    // A second notice gives the party its days anew.
    clocks: [
      { rule: 'LSI.HEARING_ASK', type: 'STOP' },
      { rule: 'LSI.HEARING_ASK', type: 'START' },
    ],
  },
  {
    ...{ code: 'lsi.set-hearing', side, name: { zh: '当事人要求听证、排期', en: 'Hearing asked for and set' } },
    ...{ basis: penalties('64'), confidence: 'read', from: ['NOTICE_HEARD'], asks: ['day'] },
    paper: { name: { zh: '听证通知书', en: 'Notice of hearing' }, required: true },
    clocks: [
      { rule: 'LSI.HEARING_ASK', type: 'STOP' },
      { rule: 'LSI.HEARING_NOTICE', type: 'START', of: 'hearing', from: 'day' },
      // The paper of this step is the notice itself.
      { rule: 'LSI.HEARING_NOTICE', type: 'STOP', of: 'hearing' },
    ],
  },
  {
    ...{ code: 'lsi.legal-review', side, name: { zh: '法制审核、集体讨论', en: 'Legal review' } },
    ...{ basis: penalties('57、58'), confidence: 'read', from: ['PROPOSED', 'NOTICE_HEARD'], to: 'LEGAL_REVIEW' },
    paper: { name: { zh: '法制审核意见书', en: 'Opinion of the legal review' }, required: false },
  },
  {
    ...{ code: 'lsi.order', name: { zh: '责令（限期）改正', en: 'Order to correct' }, ...decided },
    ...{ from: ['FILED', 'INVESTIGATING', ...afterInquiry] },
    paper: { name: { zh: '限期改正指令书', en: 'Order to correct' }, required: true },
    clocks: [{ rule: 'LSI.INVESTIGATE', type: 'STOP' }, ...afterDecision],
  },
  {
    ...{ code: 'lsi.handle', name: { zh: '作出行政处理决定', en: 'Administrative decision' }, ...decided },
    ...{ from: ['NOTICE_HEARD', 'LEGAL_REVIEW'] },
    paper: { name: { zh: '行政处理决定书', en: 'Decision' }, required: true },
  },
  {
    ...{ code: 'lsi.penalise', name: { zh: '作出行政处罚决定', en: 'Penalty decision' }, ...decided },
    ...{ from: ['NOTICE_HEARD', 'LEGAL_REVIEW'] },
    paper: { name: { zh: '行政处罚决定书', en: 'Penalty decision' }, required: true },
    clocks: [{ rule: 'LSI.REPORT_33', type: 'START', region: '33' }, ...afterDecision],
  },
  {
    ...{ code: 'lsi.served', side, name: { zh: '决定已送达', en: 'Decision served' }, basis: penalties('61') },
    ...{ confidence: 'read', from: ['DECIDED'], to: 'SERVED' },
    paper: { name: { zh: '送达回证', en: 'Proof of service' }, required: false },
    clocks: [
      { rule: 'LSI.SERVE', type: 'STOP' },
      { rule: 'LSI.REVIEW', type: 'START' },
      { rule: 'LSI.SUIT', type: 'START' },
    ],
  },
  {
    ...{ code: 'lsi.urge', side, name: { zh: '催告履行', en: 'Urge performance' } },
    ...{ basis: { zh: '行政强制法第54条', en: 'Administrative Enforcement Law art. 54' }, confidence: 'read' },
    ...{ from: ['SERVED'], to: 'ENFORCING' },
    paper: { name: { zh: '催告书', en: 'Notice to perform' }, required: true },
    clocks: [{ rule: 'LSI.URGE', type: 'START' }],
  },
  {
    ...{ code: 'lsi.enforce', side, name: { zh: '申请强制执行', en: 'Apply for enforcement' } },
    ...{ basis: { zh: '行政强制法第53条', en: 'Administrative Enforcement Law art. 53' }, confidence: 'read' },
    ...{ from: ['SERVED', 'ENFORCING'], to: 'ENFORCING' },
    paper: { name: { zh: '强制执行申请书', en: 'Application for enforcement' }, required: true },
    clocks: [{ rule: 'LSI.URGE', type: 'STOP' }],
  },
  {
    ...{ code: 'lsi.close', side, name: { zh: '结案', en: 'Close' } },
    ...{ basis: { zh: '结案审批表', en: 'Approval of closing' }, confidence: 'default', to: 'CLOSED' },
    from: ['CLUE', 'REVIEWING', 'SUPPLEMENT', ...lsiOpen, 'DECIDED', 'SERVED', 'ENFORCING'],
    ...{ whileSuspended: true, decider: deciders.lsi.close },
    stopsRunning: 'case',
  },
  {
    ...{ code: 'lsi.archive', side, name: { zh: '归档', en: 'Archive' }, basis: penalties('47'), confidence: 'read' },
    ...{ from: ['CLOSED', 'REJECTED', 'NOT_MY_JURISDICTION'], to: 'ARCHIVED', once: true, stopsRunning: 'all' },
    paper: { name: { zh: '档号', en: 'Archive number' }, required: false },
    clocks: [{ rule: 'LSI.RETENTION', type: 'START' }],
  },
];
