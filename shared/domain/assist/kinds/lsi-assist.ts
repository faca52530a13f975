import { evidenceForms, itemKinds, outcomes, refusalGrounds, returnGrounds } from './grounds.ts';
import type { RequestKind } from './kind.ts';
import { commissionFields, inspectionFields } from './letter-fields.ts';

/**
 * That an on-site survey is generally not commissioned is a rule of the courts (最高法1993年规定); a 协查函 may ask for a site
 * check, which is an inspector's ordinary power (监察条例15), so it is no ground to refuse here.
 */
const inspectionRefusals = refusalGrounds.filter(({ code }) => code !== 'SITE_INSPECTION');

/** 委托协查: a labour inspectorate asks the one of another area to check or take evidence. */
export const lsiAssist: RequestKind = {
  code: 'LSI_ASSIST',
  name: { zh: '委托协查', en: 'assisted inspection' },
  letter: { zh: '协查函', en: 'assistance letter' },
  reply: { zh: '协查回函', en: 'assistance reply' },
  acceptance: { zh: '同意协查', en: 'assistance agreed' },
  accept: { zh: '同意协查', en: 'agree to assist' },
  executor: { zh: '受委托方', en: 'executor' },
  office: 'lsi',
  fields: [...commissionFields, ...inspectionFields],
  itemKinds,
  evidenceForms,
  outcomes,
  returnGrounds,
  refusalGrounds: inspectionRefusals,
  rules: {
    register: 'REQ.REGISTER',
    review: 'REQ.REVIEW',
    mend: 'REQ.MEND',
    answer: 'REQ.LSI',
    urge: 'REQ.URGE',
  },
  limitName: {
    zh: '办理期限（参照关于实施《劳动保障监察条例》若干规定第29条）',
    en: 'handling limit (after Implementing Provisions of the Inspection Regulations art. 29)',
  },
  basis: [
    {
      zh: '《关于实施〈劳动保障监察条例〉若干规定》第29条',
      en: 'Implementing Provisions of the Inspection Regulations art. 29',
      confidence: 'default',
    },
    { zh: '《行政处罚法》第26条', en: 'Administrative Penalty Law art. 26', confidence: 'certain' },
    {
      zh: '《川渝劳动保障监察合作协议》（2020）',
      en: 'Sichuan-Chongqing inspection agreement (2020)',
      confidence: 'read',
    },
    {
      zh: '《泛长三角地区劳动保障监察委托协查办法（试行）》',
      en: 'Pan-Yangtze-Delta measures on commissioned inspection (trial)',
      confidence: 'default',
    },
  ],
  attemptsWhenUnable: 2,
  servesPapers: false,
};
