import { localDate } from '#shared/base/local-date.ts';
import type { Bilingual, LimitRule } from '../rule.ts';

const law = (article: string): Bilingual => ({
  zh: `劳动争议调解仲裁法第${article}条`,
  en: `Mediation and Arbitration Law art. ${article}`,
});
const rules = (articles: string): Bilingual => ({
  zh: `劳动人事争议仲裁办案规则第${articles}条`,
  en: `Arbitration Rules art. ${articles.replaceAll('、', ', ')}`,
});
const regulation = (article: string): Bilingual => ({
  zh: `劳动保障监察条例第${article}条`,
  en: `Labour Inspection Regulation art. ${article}`,
});
const provisions = (article: string): Bilingual => ({
  zh: `关于实施劳动保障监察条例若干规定第${article}条`,
  en: `Provisions on the Inspection Regulation art. ${article}`,
});
/** 第79条 decides the unit; its text was not read, so the line says so wherever the basis is shown. */
const countedBy79 = (zh: string, en: string): Bilingual => ({
  zh: `办案规则第79条（${zh}，待核）`,
  en: `Arbitration Rules art. 79 (${en}, to be checked)`,
});
const calendarDays = countedBy79('自然日', 'calendar days');
const rolledBy85: Bilingual = {
  zh: '顺延参照民事诉讼法第85条（默认值，待核）',
  en: 'Moved after Civil Procedure Law art. 85 (default, to be checked)',
};
/** 43 and 45 give the most days of an extension, not how often one may be given; how it ends in a restart neither. */
const extendedOnce: Bilingual = {
  zh: '只延长一次、重新起算后原延长失效（默认值，待核）',
  en: 'Extended once only, lapsing with a restart (default, to be checked)',
};
/** 29 gives the way to court to the applicant alone, 43 to both parties. */
const applicantSues: Bilingual = { zh: '申请人可以向人民法院提起诉讼', en: 'The applicant may sue' };
const partiesSue: Bilingual = { zh: '当事人可以向人民法院提起诉讼', en: 'The parties may sue' };
const since2008 = localDate('2008-05-01');
const since2004 = localDate('2004-12-01');
const since2005 = localDate('2005-02-01');
const suspensions = ['47-1', '47-2', '47-3', '47-4', '47-5', '47-6', '47-7'] as const;

/** Limits of the case itself, nationwide. Working and calendar days of arbitration by 办案规则第79条. */
export const nationalRules: readonly LimitRule[] = [
  {
    id: 'ARB.ACCEPT',
    name: { zh: '受理审查', en: 'Decision on acceptance' },
    basis: [law('29'), rules('30、31'), countedBy79('工作日', 'working days')],
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
    basis: [law('43'), rules('45、46'), calendarDays, rolledBy85, extendedOnce],
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
    excludeGrounds: ['46-6-notice'],
  },
  {
    id: 'ARB.LIMIT_EXT',
    name: { zh: '延长审限', en: 'Extension of the time for the award' },
    basis: [law('43'), rules('45'), calendarDays],
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
    basis: [provisions('18')],
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
    basis: [regulation('17')],
    trigger: 'filed',
    amount: 60,
    unit: 'working-day',
    roll: 'none',
    region: 'CN',
    effectiveFrom: since2004,
    confidence: 'certain',
    standing: 'statutory',
    extension: { rule: 'LSI.INV_EXT', times: 1 },
  },
  {
    id: 'LSI.INV_EXT',
    name: { zh: '延长监察调查', en: 'Extension of the investigation' },
    basis: [regulation('17')],
    trigger: 'extended',
    amount: 30,
    unit: 'working-day',
    roll: 'none',
    region: 'CN',
    effectiveFrom: since2004,
    confidence: 'certain',
    standing: 'statutory',
  },
];
