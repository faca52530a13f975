import { deciders } from '../deciders.ts';
import { crimeTransfer, penalties, provisions, regulation, zhejiangInspection } from './basis.ts';
import { lsiOpen } from './lsi-main.ts';
import type { StepDef } from './step.ts';

const side = 'lsi';
const limit = 'LSI.INVESTIGATE';
const inquiry = ['FILED', 'INVESTIGATING'] as const;
const head = { ...deciders.lsi.close, basis: crimeTransfer('5'), confidence: 'read' } as const;

/** Recusal of inspectors (若干规定25). */
const onRecusal = { ...deciders.lsi.extend, basis: provisions('25'), confidence: 'default', written: false } as const;

/** Extension, suspension, preservation of evidence, assistance and suspected crimes: beside the main line. */
export const lsiSide: readonly StepDef[] = [
  {
    ...{ code: 'lsi.extend', side, name: { zh: '延长调查', en: 'Extend the investigation' }, basis: regulation('17') },
    ...{ confidence: 'read', from: inquiry, opens: 'INV_EXTENDED', once: true, decider: deciders.lsi.extend },
    ...{ asks: ['amount'], paper: { name: { zh: '延长调查审批表', en: 'Approval of the extension' }, required: true } },
    clocks: [
      { rule: limit, type: 'EXTEND' },
      { rule: 'LSI.TELL_EXT', type: 'START', region: '33' },
    ],
  },
  {
    ...{ code: 'lsi.suspend', side, name: { zh: '中止调查', en: 'Suspend the investigation' }, region: '33' },
    ...{ basis: zhejiangInspection('30'), confidence: 'read', from: inquiry, opens: 'INV_SUSPENDED' },
    ...{ decider: deciders.lsi.suspend, asks: ['ground'] },
    paper: { name: { zh: '中止调查审批表', en: 'Approval of the suspension' }, required: true },
    clocks: [
      { rule: limit, type: 'SUSPEND' },
      { rule: 'LSI.TELL_EXT', type: 'START', region: '33' },
    ],
  },
  {
    ...{ code: 'lsi.resume', side, name: { zh: '恢复调查', en: 'Resume the investigation' }, region: '33' },
    ...{
      basis: zhejiangInspection('30'),
      confidence: 'read',
      from: inquiry,
      ends: 'INV_SUSPENDED',
      whileSuspended: true,
    },
    clocks: [{ rule: limit, type: 'RESUME' }],
  },
  {
    ...{ code: 'lsi.told', side, name: { zh: '已告知投诉人', en: 'Complainant told' }, region: '33' },
    ...{ basis: zhejiangInspection('30'), confidence: 'read', from: lsiOpen, whileSuspended: true },
    clocks: [{ rule: 'LSI.TELL_EXT', type: 'STOP', region: '33' }],
  },
  {
    ...{ code: 'lsi.preserve', side, name: { zh: '先行登记保存', en: 'Preserve evidence' }, basis: penalties('56') },
    ...{ confidence: 'read', from: inquiry, opens: 'PRESERVED' },
    paper: { name: { zh: '证据登记保存通知书', en: 'Notice of preservation' }, required: true },
    clocks: [{ rule: 'LSI.PRESERVE', type: 'START' }],
  },
  {
    ...{
      code: 'lsi.preserved',
      side,
      name: { zh: '登记保存处理', en: 'Preservation decided' },
      basis: penalties('56'),
    },
    ...{ confidence: 'read', from: lsiOpen, ends: 'PRESERVED', whileSuspended: true },
    paper: { name: { zh: '登记保存处理决定书', en: 'Decision on the preservation' }, required: true },
    clocks: [{ rule: 'LSI.PRESERVE', type: 'STOP' }],
  },
  {
    ...{ code: 'lsi.recuse-asked', side, name: { zh: '申请回避', en: 'Recusal asked for' }, basis: provisions('25') },
    ...{ confidence: 'default', from: lsiOpen, opens: 'RECUSAL' },
    paper: { name: { zh: '回避申请', en: 'Request for recusal' }, required: false },
    clocks: [{ rule: 'LSI.RECUSE', type: 'START' }],
  },
  {
    ...{ code: 'lsi.recuse-decided', side, name: { zh: '回避决定', en: 'Decision on recusal' } },
    ...{ basis: provisions('25'), confidence: 'default', from: lsiOpen, ends: 'RECUSAL', whileSuspended: true },
    decider: onRecusal,
    paper: { name: { zh: '回避决定书', en: 'Decision on recusal' }, required: false },
    clocks: [{ rule: 'LSI.RECUSE', type: 'STOP' }],
  },
  {
    ...{ code: 'lsi.delegate', side, name: { zh: '委托协查', en: 'Ask for assistance' }, basis: provisions('29') },
    ...{ confidence: 'default', from: inquiry, opens: 'DELEGATED' },
    paper: { name: { zh: '协查函', en: 'Letter of assistance' }, required: false },
  },
  {
    ...{ code: 'lsi.delegation-back', side, name: { zh: '收到协查回函', en: 'Assistance answered' } },
    ...{ basis: provisions('29'), confidence: 'default', from: lsiOpen, ends: 'DELEGATED', whileSuspended: true },
    paper: { name: { zh: '协查回复函', en: 'Reply' }, required: false },
  },
  {
    ...{ code: 'lsi.crime', side, name: { zh: '报请移送涉嫌犯罪', en: 'Report a suspected crime' } },
    ...{ basis: crimeTransfer('5'), confidence: 'read', from: [...lsiOpen, 'DECIDED', 'SERVED', 'ENFORCING'] },
    ...{ opens: 'CRIME', whileSuspended: true },
    paper: { name: { zh: '调查报告', en: 'Report of the inquiry' }, required: false },
    clocks: [{ rule: 'LSI.CRIME_APPROVE', type: 'START' }],
  },
  {
    ...{ code: 'lsi.crime-decided', side, name: { zh: '决定是否移送', en: 'Decide on the transfer' } },
    ...{ basis: crimeTransfer('5'), confidence: 'read', from: [...lsiOpen, 'DECIDED', 'SERVED', 'ENFORCING'] },
    ...{ ends: 'CRIME', whileSuspended: true, decider: head },
    paper: { name: { zh: '移送（不移送）审批表', en: 'Approval or refusal of the transfer' }, required: true },
    clocks: [{ rule: 'LSI.CRIME_APPROVE', type: 'STOP' }],
  },
];
