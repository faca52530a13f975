import type { LetterField } from './kind.ts';

/** Fields of a commission letter; reconstructed from 民诉法134 and published letters, hence editable defaults. */
export const commissionFields: readonly LetterField[] = [
  { code: 'number', zh: '文号', en: 'letter number', required: true },
  { code: 'urgency', zh: '紧急程度', en: 'urgency', required: true },
  { code: 'secrecy', zh: '密级', en: 'secrecy', required: false },
  { code: 'signer', zh: '签发人', en: 'signer', required: true },
  { code: 'signedOn', zh: '签发日期', en: 'date of signing', required: true },
  {
    code: 'requester',
    zh: '委托方全称（省市县）、地址、承办部门',
    en: 'requester in full, address, department',
    required: true,
  },
  { code: 'handlers', zh: '承办人（两人）及证件号', en: 'two handlers with card numbers', required: true },
  { code: 'executor', zh: '受托方全称（省市县）', en: 'executor in full', required: true },
  {
    code: 'matter',
    zh: '案号、案由、当事人、受理日期、审限届满日',
    en: 'case, cause, parties, acceptance, limit',
    required: true,
  },
  { code: 'items', zh: '委托事项与调查提纲', en: 'items and questions', required: true },
  { code: 'legalBasis', zh: '法律依据', en: 'legal basis', required: true },
  { code: 'askedDate', zh: '要求完成日期', en: 'date asked for', required: true },
  { code: 'returnBy', zh: '回函方式', en: 'how to reply', required: true },
  { code: 'enclosures', zh: '附件清单', en: 'list of enclosures', required: false },
  { code: 'special', zh: '特别说明（保密、回避、录音录像）', en: 'special remarks', required: false },
  { code: 'mayAddInquiries', zh: '是否允许主动补充调查', en: 'further inquiries allowed', required: true },
];

/** What an inspection's letter (协查函) adds. */
export const inspectionFields: readonly LetterField[] = [
  { code: 'suspected', zh: '立案情况与涉嫌违法行为', en: 'case approval and suspected violation', required: true },
  { code: 'workers', zh: '涉及劳动者人数', en: 'workers concerned', required: false },
  { code: 'amount', zh: '涉及金额', en: 'amount concerned', required: false },
  { code: 'powers', zh: '要求协查的法定职权', en: 'powers relied on', required: true },
  { code: 'siteCheck', zh: '是否要求现场检查', en: 'site check asked for', required: true },
  { code: 'places', zh: '用人单位注册地与用工地', en: 'places of registration and of work', required: true },
];
