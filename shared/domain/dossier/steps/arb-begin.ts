import { deciders } from '../deciders.ts';
import { law, rules } from './basis.ts';
import type { Stage } from './stages.ts';
import type { StepDef } from './step.ts';

const side = 'arb';

/** Stages of a file that was accepted and has no result yet. */
export const arbOpen: readonly Stage[] = [
  ...(['ACCEPTED', 'SERVING', 'DEFENSE', 'PANEL_FORMED', 'HEARING_SET'] as const),
  ...(['IN_HEARING', 'MEDIATING', 'DELIBERATION'] as const),
];

/** From the window to acceptance, service and defence (调解仲裁法28至31). */
export const arbBegin: readonly StepDef[] = [
  {
    ...{ code: 'arb.receive', side, name: { zh: '收件', en: 'Receive' }, basis: law('28'), confidence: 'read' },
    ...{ from: [], to: 'APPLIED', once: true },
    clocks: [{ rule: 'ARB.ACCEPT', type: 'START', when: 'awaits-decision' }],
  },
  {
    ...{ code: 'arb.ask-correction', side, name: { zh: '通知补正', en: 'Ask for correction' } },
    ...{ basis: rules('46'), confidence: 'read', from: ['APPLIED'], to: 'CORRECTION', once: true },
    paper: { name: { zh: '补正通知书', en: 'Notice to correct' }, required: true },
    clocks: [{ rule: 'ARB.ACCEPT', type: 'STOP' }],
  },
  {
    ...{ code: 'arb.corrected', side, name: { zh: '已补正', en: 'Corrected' } },
    ...{ basis: rules('46'), confidence: 'read', from: ['CORRECTION'], to: 'APPLIED' },
    clocks: [{ rule: 'ARB.ACCEPT', type: 'RESTART', ground: '46-2', when: 'awaits-decision' }],
  },
  {
    ...{ code: 'arb.mediate-first', side, name: { zh: '先行调解（暂缓受理）', en: 'Mediate before acceptance' } },
    ...{ basis: rules('69'), confidence: 'default', from: ['APPLIED'], to: 'PRE_MEDIATION' },
    paper: { name: { zh: '调解建议书', en: 'Proposal to mediate' }, required: false },
    clocks: [
      { rule: 'ARB.ACCEPT', type: 'SUSPEND', ground: '69', when: 'awaits-decision' },
      { rule: 'ARB.MED_PRE', type: 'START' },
    ],
  },
  {
    ...{ code: 'arb.mediate-first-failed', side, name: { zh: '先行调解不成', en: 'No settlement before acceptance' } },
    ...{ basis: rules('69'), confidence: 'default', from: ['PRE_MEDIATION'], to: 'APPLIED' },
    clocks: [
      { rule: 'ARB.MED_PRE', type: 'STOP' },
      { rule: 'ARB.ACCEPT', type: 'RESUME', when: 'awaits-decision' },
    ],
  },
  {
    ...{ code: 'arb.accept', side, name: { zh: '受理', en: 'Accept' }, basis: law('29'), confidence: 'read' },
    ...{ from: ['APPLIED', 'PRE_MEDIATION'], to: 'ACCEPTED', once: true, decider: deciders.arb.accept },
    paper: { name: { zh: '受理通知书、应诉通知书', en: 'Notices of acceptance and response' }, required: false },
    clocks: [
      { rule: 'ARB.MED_PRE', type: 'STOP' },
      { rule: 'ARB.ACCEPT', type: 'STOP' },
      { rule: 'ARB.LIMIT', type: 'START' },
      { rule: 'ARB.COPY_TO_RESP', type: 'START', when: 'also-limits' },
      { rule: 'ARB.PANEL', type: 'START', when: 'also-limits' },
      { rule: 'ARB.COLL_NOTICE', type: 'START', when: 'collective' },
    ],
  },
  {
    ...{
      code: 'arb.collective-notice',
      side,
      name: { zh: '一并通知（集体争议）', en: 'One notice (collective case)' },
    },
    ...{ basis: rules('64'), confidence: 'default', from: arbOpen, collective: true, once: true },
    paper: {
      name: { zh: '组庭、答辩、举证和开庭通知书', en: 'Notice of panel, defence, evidence and hearing' },
      required: false,
    },
    clocks: [{ rule: 'ARB.COLL_NOTICE', type: 'STOP' }],
  },
  {
    ...{ code: 'arb.send-copies', side, name: { zh: '发出申请书副本', en: 'Send copies of the application' } },
    ...{ basis: law('30'), confidence: 'read', from: arbOpen, to: 'SERVING', forward: true },
    paper: { name: { zh: '送达回证', en: 'Proof of service' }, required: false },
  },
  {
    ...{ code: 'arb.copies-served', side, name: { zh: '副本已送达被申请人', en: 'Copy served on a respondent' } },
    ...{ basis: law('30'), confidence: 'read', from: arbOpen, to: 'DEFENSE', forward: true, asks: ['party'] },
    paper: { name: { zh: '送达回证', en: 'Proof of service' }, required: false },
    clocks: [
      { rule: 'ARB.COPY_TO_RESP', type: 'STOP', when: 'all-served' },
      { rule: 'ARB.DEFENSE', type: 'START', of: 'party' },
    ],
  },
  {
    ...{ code: 'arb.defence', side, name: { zh: '收到答辩书', en: 'Defence received' } },
    ...{ basis: law('30'), confidence: 'read', from: arbOpen, asks: ['party'] },
    paper: { name: { zh: '答辩书', en: 'Statement of defence' }, required: false },
    clocks: [
      { rule: 'ARB.DEFENSE', type: 'STOP', of: 'party' },
      { rule: 'ARB.COUNTER_COPY', type: 'START', of: 'party' },
    ],
  },
  {
    ...{ code: 'arb.defence-over', side, name: { zh: '答辩期满未提交答辩书', en: 'No defence in time' } },
    ...{ basis: law('30'), confidence: 'read', from: arbOpen, asks: ['party'] },
    clocks: [{ rule: 'ARB.DEFENSE', type: 'STOP', of: 'party' }],
  },
  {
    ...{ code: 'arb.defence-served', side, name: { zh: '答辩书副本已送达申请人', en: 'Copy of a defence served' } },
    ...{ basis: law('30'), confidence: 'read', from: arbOpen, asks: ['party'] },
    paper: { name: { zh: '送达回证', en: 'Proof of service' }, required: false },
    clocks: [{ rule: 'ARB.COUNTER_COPY', type: 'STOP', of: 'party' }],
  },
];
