import { type LocalDate, localDate } from '#shared/base/local-date.ts';
import type { Bilingual, LimitRule } from '../rule.ts';

/** What a data file says of a row; the rest is what most rows share. */
export type RowSaid = Pick<LimitRule, 'id' | 'name' | 'basis' | 'trigger' | 'amount' | 'unit'> & Partial<LimitRule>;

/** A day on which a law came into force that was read in no source. */
export type UnreadDay = { readonly unread: LocalDate };

/**
 * A row of a law that was read, nationwide, without a roll. One whose text was not read ('default') is no 法定期限 until
 * somebody has checked it.
 */
export function lawRow(since: LocalDate | UnreadDay, said: RowSaid): LimitRule {
  return {
    roll: 'none',
    region: 'CN',
    ...(typeof since === 'string' ? { effectiveFrom: since } : { effectiveFrom: since.unread, sinceUnread: true }),
    confidence: 'read',
    standing: said.confidence === 'default' ? 'reference' : 'statutory',
    ...said,
  };
}

/** An editable default for a request between offices; no statute sets it, so it is never called 法定期限. */
export function byDefault(said: Omit<RowSaid, 'basis'> & Partial<Pick<LimitRule, 'basis'>>): LimitRule {
  return {
    basis: [{ zh: '协作机制默认规则', en: 'Default of the cooperation' }],
    roll: 'none',
    region: 'CN',
    effectiveFrom: localDate('2019-01-01'),
    confidence: 'default',
    standing: 'reference',
    ...said,
  };
}

/** 劳动争议调解仲裁法 in force. */
export const since2008 = localDate('2008-05-01');
/** 劳动人事争议仲裁办案规则 (人社部令第33号) in force. */
export const since2017 = localDate('2017-07-01');
/** 劳动保障监察条例 in force. */
export const since2004 = localDate('2004-12-01');
/** 关于实施〈劳动保障监察条例〉若干规定 in force. */
export const since2005 = localDate('2005-02-01');

/** 劳动争议调解仲裁法, by article. */
export const arbitrationLaw = (article: string): Bilingual => ({
  zh: `劳动争议调解仲裁法第${article}条`,
  en: `Mediation and Arbitration Law art. ${article.replaceAll('、', ', ')}`,
});

/** 劳动人事争议仲裁办案规则, by article. */
export const arbitrationRule = (articles: string): Bilingual => ({
  zh: `劳动人事争议仲裁办案规则第${articles}条`,
  en: `Arbitration Rules art. ${articles.replaceAll('、', ', ')}`,
});

/** 劳动保障监察条例, by article. */
export const inspectionRegulation = (article: string): Bilingual => ({
  zh: `劳动保障监察条例第${article}条`,
  en: `Labour Inspection Regulation art. ${article}`,
});

/** 关于实施〈劳动保障监察条例〉若干规定, by article. */
export const inspectionProvision = (article: string): Bilingual => ({
  zh: `关于实施劳动保障监察条例若干规定第${article}条`,
  en: `Provisions on the Inspection Regulation art. ${article}`,
});

/** 民事诉讼法, by article. */
export const civilProcedure = (article: string): Bilingual => ({
  zh: `民事诉讼法第${article}条`,
  en: `Civil Procedure Law art. ${article}`,
});

/** 行政处罚法, by article. */
export const penaltyLaw = (articles: string): Bilingual => ({
  zh: `行政处罚法第${articles}条`,
  en: `Administrative Penalty Law art. ${articles.replaceAll('、', ', ')}`,
});

/** 第79条 decides the unit; its text was not read, so the line says so wherever the basis is shown. */
const countedBy79 = (zh: string, en: string): Bilingual => ({
  zh: `办案规则第79条（${zh}，待核）`,
  en: `Arbitration Rules art. 79 (${en}, to be checked)`,
});

/** Fifteen and forty-five days are calendar days. */
export const calendarDays = countedBy79('自然日', 'calendar days');

/** Three, five and ten days are working days. */
export const workingDays = countedBy79('工作日', 'working days');

/** The last day moves over days off as in civil procedure; arbitration refers to it, the line says it was not checked. */
export const rolledBy85: Bilingual = {
  zh: '顺延参照民事诉讼法第85条（默认值，待核）',
  en: 'Moved after Civil Procedure Law art. 85 (default, to be checked)',
};

/** What a limit of the office's own work brings when it is missed: nothing outside. */
export const internal: Bilingual = { zh: '本机构内部逾期', en: 'Overdue inside the office' };
