import { deciders } from '../deciders.ts';
import { arbOpen } from './arb-begin.ts';
import { law, rules } from './basis.ts';
import type { Stage } from './stages.ts';
import type { StepDef } from './step.ts';

const side = 'arb';
const limit = 'ARB.LIMIT';
const defence: readonly Stage[] = ['ACCEPTED', 'SERVING', 'DEFENSE', 'PANEL_FORMED', 'HEARING_SET'];
/** Who decides on an objection to jurisdiction is the committee itself (办案规则10). */
const onJurisdiction = { ...deciders.arb.accept, basis: rules('10'), written: true };

/** Recusal of arbitrators and recorders (办案规则11、12). */
const onRecusal: StepDef['decider'] = {
  who: {
    zh: '仲裁委员会主任或其委托的仲裁院负责人（主任的回避由仲裁委员会决定）',
    en: 'Director, or the head of the court he delegates (on the director’s own recusal the committee)',
  },
  ...{ basis: rules('11、12'), confidence: 'default', written: false },
};

/** Suspension, extension, public notice, objections, delegation and counterclaims: beside the main line. */
export const arbSide: readonly StepDef[] = [
  {
    ...{ code: 'arb.suspend', side, name: { zh: '中止审理', en: 'Suspend' }, basis: rules('47'), confidence: 'read' },
    ...{ from: arbOpen, opens: 'SUSPENDED', decider: deciders.arb.suspend, asks: ['ground'] },
    paper: { name: { zh: '中止审理通知书', en: 'Notice of suspension' }, required: true },
    clocks: [{ rule: limit, type: 'SUSPEND' }],
  },
  {
    ...{ code: 'arb.resume', side, name: { zh: '恢复审理', en: 'Resume' }, basis: rules('47'), confidence: 'read' },
    ...{ from: arbOpen, ends: 'SUSPENDED', whileSuspended: true },
    paper: { name: { zh: '恢复审理通知书', en: 'Notice of resumption' }, required: false },
    clocks: [{ rule: limit, type: 'RESUME' }],
  },
  {
    ...{ code: 'arb.extend', side, name: { zh: '延长审限', en: 'Extend the time' }, basis: rules('45') },
    ...{ confidence: 'read', from: arbOpen, opens: 'EXTENDED', once: true, decider: deciders.arb.extend },
    ...{ asks: ['amount'], paper: { name: { zh: '延期通知书', en: 'Notice of extension' }, required: true } },
    clocks: [{ rule: limit, type: 'EXTEND' }],
  },
  {
    ...{ code: 'arb.notice', side, name: { zh: '公告送达', en: 'Serve by public notice' }, basis: rules('46') },
    ...{ confidence: 'read', from: [...arbOpen], opens: 'SERVICE_BY_NOTICE', mayName: true },
    paper: { name: { zh: '送达公告', en: 'Public notice' }, required: true },
    clocks: [
      { rule: limit, type: 'EXCLUDE_BEGIN', ground: '46-6-notice' },
      { rule: 'ARB.PUBLIC_SERVICE', type: 'START', when: 'notice' },
      { rule: 'ARB.PUBLIC_SERVICE_COLL', type: 'START', when: 'notice-in-collective', region: '33' },
    ],
  },
  {
    ...{ code: 'arb.notice-ended', side, name: { zh: '公告期满', en: 'Public notice ended' }, basis: rules('46') },
    ...{ confidence: 'read', from: arbOpen, ends: 'SERVICE_BY_NOTICE', whileSuspended: true },
    clocks: [
      { rule: limit, type: 'EXCLUDE_END', ground: '46-6-notice' },
      { rule: 'ARB.PUBLIC_SERVICE', type: 'STOP' },
      { rule: 'ARB.PUBLIC_SERVICE_COLL', type: 'STOP' },
    ],
  },
  {
    ...{ code: 'arb.object', side, name: { zh: '提出管辖异议', en: 'Objection to jurisdiction' }, basis: rules('10') },
    ...{ confidence: 'read', from: defence, opens: 'JURISDICTION_OBJECTION', asks: ['party'] },
    within: 'ARB.JURIS_OBJECT',
    paper: { name: { zh: '管辖异议申请书', en: 'Written objection' }, required: false },
  },
  {
    ...{ code: 'arb.objection-rejected', side, name: { zh: '驳回管辖异议', en: 'Objection rejected' } },
    ...{ basis: rules('10'), confidence: 'read', from: arbOpen, ends: 'JURISDICTION_OBJECTION' },
    ...{ decider: onJurisdiction, whileSuspended: true },
    paper: { name: { zh: '驳回管辖异议决定书', en: 'Decision on the objection' }, required: true },
  },
  {
    ...{ code: 'arb.recuse-asked', side, name: { zh: '申请回避', en: 'Recusal asked for' }, basis: rules('11') },
    ...{ confidence: 'read', from: arbOpen.filter((stage) => stage !== 'DELIBERATION'), opens: 'RECUSAL' },
    asks: ['party'],
    paper: { name: { zh: '回避申请', en: 'Request for recusal' }, required: false },
    clocks: [{ rule: 'ARB.RECUSE_DECIDE', type: 'START' }],
  },
  {
    ...{
      code: 'arb.recuse-decided',
      side,
      name: { zh: '回避决定', en: 'Decision on recusal' },
      basis: rules('11、12'),
    },
    ...{ confidence: 'default', from: arbOpen, ends: 'RECUSAL', decider: onRecusal, whileSuspended: true },
    paper: { name: { zh: '回避决定书', en: 'Decision on recusal' }, required: false },
    clocks: [{ rule: 'ARB.RECUSE_DECIDE', type: 'STOP' }],
  },
  {
    ...{
      code: 'arb.delegate',
      side,
      name: { zh: '委托调查取证', en: 'Delegate an investigation' },
      basis: rules('16'),
    },
    ...{ confidence: 'read', from: arbOpen, opens: 'DELEGATED' },
    paper: { name: { zh: '委托调查函', en: 'Letter of delegation' }, required: false },
    clocks: [{ rule: limit, type: 'EXCLUDE_BEGIN', ground: '33-delegation', region: '33' }],
  },
  {
    ...{
      code: 'arb.delegation-back',
      side,
      name: { zh: '收到委托回函', en: 'Delegation answered' },
      basis: rules('16'),
    },
    ...{ confidence: 'read', from: arbOpen, ends: 'DELEGATED', whileSuspended: true },
    paper: { name: { zh: '回函', en: 'Reply' }, required: false },
    clocks: [{ rule: limit, type: 'EXCLUDE_END', ground: '33-delegation', region: '33' }],
  },
  {
    ...{ code: 'arb.add-party', side, name: { zh: '追加当事人或第三人', en: 'Add a party' }, basis: rules('46') },
    ...{ confidence: 'read', from: arbOpen },
    paper: { name: { zh: '追加当事人通知书', en: 'Notice of the party added' }, required: false },
    clocks: [{ rule: limit, type: 'RESTART', ground: '46-1' }],
  },
  {
    ...{ code: 'arb.change-claims', side, name: { zh: '受理增加、变更请求', en: 'Claims added or changed' } },
    ...{ basis: rules('44、46'), confidence: 'read', from: arbOpen, within: 'ARB.CLAIM_CHANGE' },
    paper: { name: { zh: '增加（变更）仲裁请求申请书', en: 'Application to change claims' }, required: false },
    clocks: [{ rule: limit, type: 'RESTART', ground: '46-3' }],
  },
  {
    ...{ code: 'arb.counterclaim', side, name: { zh: '收到反申请', en: 'Counterclaim received' }, basis: rules('36') },
    ...{ confidence: 'read', from: defence, opens: 'COUNTERCLAIM', asks: ['party'] },
    within: 'ARB.COUNTERCLAIM_FILE',
    paper: { name: { zh: '反申请书', en: 'Counterclaim' }, required: false },
    clocks: [{ rule: 'ARB.COUNTERCLAIM_DECIDE', type: 'START' }],
  },
  {
    ...{ code: 'arb.counterclaim-accepted', side, name: { zh: '受理反申请并合并', en: 'Counterclaim accepted' } },
    ...{
      basis: rules('36、46'),
      confidence: 'read',
      from: arbOpen,
      ends: 'COUNTERCLAIM',
      decider: deciders.arb.accept,
    },
    clocks: [
      { rule: 'ARB.COUNTERCLAIM_DECIDE', type: 'STOP' },
      { rule: limit, type: 'RESTART', ground: '46-4' },
    ],
  },
  {
    ...{ code: 'arb.counterclaim-refused', side, name: { zh: '不受理反申请', en: 'Counterclaim not accepted' } },
    ...{ basis: rules('36'), confidence: 'read', from: arbOpen, ends: 'COUNTERCLAIM', decider: deciders.arb.reject },
    paper: { name: { zh: '不予受理通知书', en: 'Notice of non-acceptance' }, required: true },
    clocks: [{ rule: 'ARB.COUNTERCLAIM_DECIDE', type: 'STOP' }],
  },
  {
    ...{ code: 'arb.partial-award', side, name: { zh: '先行裁决', en: 'Award on a part first' }, basis: law('43') },
    ...{ confidence: 'read', from: ['IN_HEARING', 'MEDIATING', 'DELIBERATION'] },
    paper: { name: { zh: '先行裁决书', en: 'Partial award' }, required: true },
  },
  {
    ...{ code: 'arb.pre-enforce', side, name: { zh: '裁决先予执行', en: 'Advance enforcement' }, basis: law('44') },
    ...{ confidence: 'read', from: arbOpen },
    paper: { name: { zh: '先予执行裁决书、移送执行函', en: 'Decision and letter to the court' }, required: true },
  },
];
