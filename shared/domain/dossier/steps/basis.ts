import type { Bilingual } from '../../deadline/rule.ts';

const english = (articles: string): string => articles.replaceAll('、', ', ').replaceAll('至', ' to ');

/** 劳动争议调解仲裁法, by article. */
export const law = (article: string): Bilingual => ({
  zh: `劳动争议调解仲裁法第${article}条`,
  en: `Mediation and Arbitration Law art. ${english(article)}`,
});

/** 劳动人事争议仲裁办案规则 (人社部令第33号), by article. */
export const rules = (article: string): Bilingual => ({
  zh: `办案规则第${article}条`,
  en: `Arbitration Rules art. ${english(article)}`,
});

/** 劳动保障监察条例, by article. */
export const regulation = (article: string): Bilingual => ({
  zh: `劳动保障监察条例第${article}条`,
  en: `Inspection Regulation art. ${article.replaceAll('、', ', ')}`,
});

/** 关于实施《劳动保障监察条例》若干规定, by article. */
export const provisions = (article: string): Bilingual => ({
  zh: `实施监察条例若干规定第${article}条`,
  en: `Inspection Provisions art. ${article.replaceAll('、', ', ')}`,
});

/** 行政处罚法 (2021), by article. */
export const penalties = (article: string): Bilingual => ({
  zh: `行政处罚法第${article}条`,
  en: `Administrative Penalty Law art. ${article.replaceAll('、', ', ')}`,
});

/** 浙江省劳动保障监察条例, by article. */
export const zhejiangInspection = (article: string): Bilingual => ({
  zh: `浙江省劳动保障监察条例第${article}条`,
  en: `Zhejiang Inspection Regulation art. ${article}`,
});

/** 行政执法机关移送涉嫌犯罪案件的规定, by article. */
export const crimeTransfer = (article: string): Bilingual => ({
  zh: `行政执法机关移送涉嫌犯罪案件的规定第${article}条`,
  en: `Provisions on Transfer of Suspected Crimes art. ${article}`,
});
