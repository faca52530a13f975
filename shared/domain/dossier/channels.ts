import type { DossierSide } from './dossier.ts';

/** How a dossier came to the office. */
export type Channel = {
  readonly code: string;
  readonly sides: readonly DossierSide[];
  readonly zh: string;
  readonly en: string;
  /** Somebody waits for the decision on acceptance within the limit of the law. */
  readonly awaitsDecision: boolean;
};

/**
 * Channels of receipt (线索来源, 条例14). Of those of inspection only 投诉 has the five working days of 若干规定18 and a duty
 * to answer the person; a 举报 may come from anybody.
 */
export const channels: readonly Channel[] = [
  { code: 'window', sides: ['arb', 'lsi'], zh: '窗口提交', en: 'At the window', awaitsDecision: true },
  { code: 'post', sides: ['arb', 'lsi'], zh: '邮寄', en: 'By post', awaitsDecision: true },
  { code: 'online', sides: ['arb', 'lsi'], zh: '网上提交', en: 'Online', awaitsDecision: true },
  { code: 'complaint', sides: ['lsi'], zh: '投诉', en: 'Complaint', awaitsDecision: true },
  { code: 'report', sides: ['lsi'], zh: '举报', en: 'Report', awaitsDecision: false },
  { code: 'patrol', sides: ['lsi'], zh: '日常巡视检查', en: 'Routine inspection', awaitsDecision: false },
  { code: 'documents', sides: ['lsi'], zh: '书面材料审查', en: 'Examination of documents', awaitsDecision: false },
  { code: 'campaign', sides: ['lsi'], zh: '专项检查', en: 'Special inspection', awaitsDecision: false },
  { code: 'assigned', sides: ['lsi'], zh: '上级交办', en: 'Assigned by the superior', awaitsDecision: false },
  { code: 'handed-over', sides: ['lsi'], zh: '其他部门移送', en: 'Handed over by another body', awaitsDecision: false },
];

/** Whether receipt by this channel starts the limit for the decision on acceptance; unknown channels do. */
export function awaitsDecision(code: string): boolean {
  return channels.find((channel) => channel.code === code)?.awaitsDecision ?? true;
}
