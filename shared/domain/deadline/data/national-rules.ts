import type { Bilingual, LimitRule } from '../rule.ts';
import { arbitrationRules } from './arbitration-rules.ts';
import { creditRules } from './credit-rules.ts';
import { inspectionRules } from './inspection-rules.ts';
import { resultRules } from './result-rules.ts';
import {
  arbitrationLaw,
  arbitrationRule,
  calendarDays,
  inspectionProvision,
  inspectionRegulation,
  rolledBy85,
  since2004,
  since2005,
  since2008,
  workingDays,
} from './row.ts';

/** 43 and 45 give the most days of an extension, not how often one may be given; how it ends in a restart neither. */
const extendedOnce: Bilingual = {
  zh: '只延长一次、重新起算后原延长失效（默认值，待核）',
  en: 'Extended once only, lapsing with a restart (default, to be checked)',
};
/** 29 gives the way to court to the applicant alone, 43 to both parties. */
const applicantSues: Bilingual = { zh: '申请人可以向人民法院提起诉讼', en: 'The applicant may sue' };
const partiesSue: Bilingual = { zh: '当事人可以向人民法院提起诉讼', en: 'The parties may sue' };
const suspensions = ['47-1', '47-2', '47-3', '47-4', '47-5', '47-6', '47-7'] as const;

/** The limits every case has: the decision on acceptance and the case itself. */
const caseLimits: readonly LimitRule[] = [
  {
    id: 'ARB.ACCEPT',
    name: { zh: '受理审查', en: 'Decision on acceptance' },
    basis: [arbitrationLaw('29'), arbitrationRule('30、31'), workingDays],
    trigger: 'received',
    amount: 5,
    unit: 'working-day',
    roll: 'none',
    region: 'CN',
    effectiveFrom: since2008,
    confidence: 'read',
    standing: 'statutory',
    overrun: applicantSues,
    suspendGrounds: ['69'],
    restartGrounds: ['46-2'],
  },
  {
    id: 'ARB.LIMIT',
    name: { zh: '审限', en: 'Time for the award' },
    basis: [arbitrationLaw('43'), arbitrationRule('45、46'), calendarDays, rolledBy85, extendedOnce],
    trigger: 'accepted',
    amount: 45,
    unit: 'calendar-day',
    roll: 'raw-and-legal',
    region: 'CN',
    effectiveFrom: since2008,
    confidence: 'certain',
    standing: 'statutory',
    overrun: partiesSue,
    extension: { rule: 'ARB.LIMIT_EXT', times: 1 },
    suspendGrounds: suspensions,
    restartGrounds: ['46-1', '46-3', '46-4', '46-5'],
    excludeGrounds: ['46-6-notice', '46-7'],
  },
  {
    id: 'ARB.LIMIT_EXT',
    name: { zh: '延长审限', en: 'Extension of the time for the award' },
    basis: [arbitrationLaw('43'), arbitrationRule('45'), calendarDays],
    trigger: 'extended',
    amount: 15,
    unit: 'calendar-day',
    roll: 'none',
    region: 'CN',
    effectiveFrom: since2008,
    confidence: 'certain',
    standing: 'statutory',
    overrun: partiesSue,
  },
  {
    id: 'LSI.ACCEPT',
    name: { zh: '投诉受理审查', en: 'Decision on a complaint' },
    basis: [inspectionProvision('18')],
    trigger: 'received',
    amount: 5,
    unit: 'working-day',
    roll: 'none',
    region: 'CN',
    effectiveFrom: since2005,
    confidence: 'read',
    standing: 'statutory',
    restartGrounds: ['lsi-supplement'],
  },
  {
    id: 'LSI.INVESTIGATE',
    name: { zh: '监察调查期限', en: 'Time for the investigation' },
    basis: [inspectionRegulation('17')],
    trigger: 'filed',
    amount: 60,
    unit: 'working-day',
    roll: 'none',
    region: 'CN',
    effectiveFrom: since2004,
    sinceUnread: true,
    confidence: 'certain',
    standing: 'statutory',
    extension: { rule: 'LSI.INV_EXT', times: 1 },
  },
  {
    id: 'LSI.INV_EXT',
    name: { zh: '延长监察调查', en: 'Extension of the investigation' },
    basis: [inspectionRegulation('17')],
    trigger: 'extended',
    amount: 30,
    unit: 'working-day',
    roll: 'none',
    region: 'CN',
    effectiveFrom: since2004,
    sinceUnread: true,
    confidence: 'certain',
    standing: 'statutory',
  },
];

/** Limits of cases, nationwide. Working and calendar days of arbitration by 办案规则第79条. */
export const nationalRules: readonly LimitRule[] = [
  ...caseLimits,
  ...arbitrationRules,
  ...resultRules,
  ...inspectionRules,
  ...creditRules,
];
