import type { Coded } from './kind.ts';

/** Grounds to return for correction (退回补正): domain rules 3.5 with 8.4. */
export const returnGrounds: readonly Coded[] = [
  { code: 'UNCLEAR_ITEMS', zh: '委托事项不明确', en: 'items are unclear' },
  {
    code: 'MISSING_PAPERS',
    zh: '缺委托函、印章、送达回证或附件',
    en: 'letter, seal, service return or enclosure missing',
  },
  { code: 'OBJECT_UNKNOWN', zh: '对象地址不详', en: 'address of the person or unit unknown' },
];

/** Grounds to refuse (不予协助) common to the kinds that ask for evidence. A request in power and area should not be refused. */
export const refusalGrounds: readonly Coded[] = [
  { code: 'NOT_IN_POWER', zh: '不属本机构职权', en: 'not within our powers' },
  { code: 'NOT_IN_AREA', zh: '对象不在本辖区', en: 'person or unit is not in our area' },
  { code: 'ILLEGAL_OR_SECRET', zh: '违反法律规定或涉密', en: 'against the law or secret' },
  { code: 'CONFLICT', zh: '应当回避', en: 'recusal required' },
  { code: 'TOO_LATE', zh: '要求期限已过', en: 'the date asked for has passed' },
  { code: 'DUPLICATE', zh: '重复委托', en: 'duplicate request' },
  { code: 'SITE_INSPECTION', zh: '现场勘验一般不委托', en: 'site inspection is generally not commissioned' },
  { code: 'POLICE', zh: '已移送公安（侦查保密）', en: 'handed to the police, under secrecy of investigation' },
];

/** What can come of an item. */
export const outcomes: readonly Coded[] = [
  { code: 'done', zh: '已办结', en: 'done' },
  { code: 'partly', zh: '部分办结', en: 'partly done' },
  { code: 'unable', zh: '未能办理', en: 'unable' },
  { code: 'refused', zh: '该项不予协助', en: 'item refused' },
  { code: 'not-in-power', zh: '不属职权', en: 'not in power' },
];

/** Forms of evidence wanted. */
export const evidenceForms: readonly Coded[] = [
  { code: 'original', zh: '原件', en: 'original' },
  { code: 'stamped-copy', zh: '复印件加盖印章', en: 'stamped copy' },
  { code: 'photo', zh: '照片', en: 'photograph' },
  { code: 'recording', zh: '录音录像', en: 'recording' },
  { code: 'any', zh: '不限', en: 'any' },
];

/** Things that can be asked for. */
export const itemKinds: readonly Coded[] = [
  { code: 'inquiry', zh: '询问', en: 'questioning' },
  { code: 'documents', zh: '调取书证', en: 'documents' },
  { code: 'electronic', zh: '调取电子数据', en: 'electronic data' },
  { code: 'registry', zh: '查询登记、社保、工资台账', en: 'registry, insurance or payroll query' },
  { code: 'site', zh: '现场查看', en: 'site visit' },
  { code: 'employment', zh: '核实用工', en: 'employment check' },
  { code: 'other', zh: '其他', en: 'other' },
];
