import { evidenceForms, itemKinds, outcomes, refusalGrounds, returnGrounds } from './grounds.ts';
import type { RequestKind } from './kind.ts';
import { commissionFields } from './letter-fields.ts';

/** 委托调查取证: one arbitration commission asks another to take evidence. */
export const arbInvestigate: RequestKind = {
  code: 'ARB_INVESTIGATE',
  name: { zh: '委托调查取证', en: 'commissioned investigation' },
  letter: { zh: '委托函', en: 'commission letter' },
  reply: { zh: '回函', en: 'reply letter' },
  acceptance: { zh: '接受委托', en: 'commission accepted' },
  accept: { zh: '接受委托', en: 'accept the commission' },
  executor: { zh: '受托方', en: 'executor' },
  office: 'arb',
  fields: commissionFields,
  itemKinds,
  evidenceForms,
  outcomes,
  returnGrounds,
  refusalGrounds,
  rules: {
    register: 'REQ.REGISTER',
    review: 'REQ.REVIEW',
    mend: 'REQ.MEND',
    answer: 'REQ.ARB_INV',
    urge: 'REQ.URGE',
  },
  limitName: { zh: '办理期限（参照民事诉讼法第134条）', en: 'handling limit (after Civil Procedure Law art. 134)' },
  basis: [
    { zh: '《劳动人事争议仲裁办案规则》第16条', en: 'Arbitration Case Handling Rules art. 16', confidence: 'read' },
    { zh: '《民事诉讼法》第134条（参照）', en: 'Civil Procedure Law art. 134 (by analogy)', confidence: 'read' },
    {
      zh: '《长三角地区劳动人事争议仲裁案件异地委托调查送达制度》（2019）',
      en: 'Yangtze Delta system of commissioned investigation and service (2019)',
      confidence: 'default',
    },
  ],
  attemptsWhenUnable: 2,
  servesPapers: false,
};
