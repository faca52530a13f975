import type { ClaimTemplate } from '../claim-template.ts';

const template = (zh: string, en: string): ClaimTemplate => ({ formula: { zh, en }, confidence: 'default' });

/**
 * Customary ways to reckon a claim, by its type. None was checked against the text of a law, so each is a default to
 * be looked at: its factors are part of the formula and can be typed over.
 */
export const claimTemplates: Readonly<Record<string, ClaimTemplate>> = {
  wage: template('月工资 × 月数', 'monthly_wage × months'),
  overtime: template('月工资 ÷ 21.75 ÷ 8 × 加班小时 × 150%', 'monthly_wage ÷ 21.75 ÷ 8 × hours × 150%'),
  'minimum-wage': template('(最低工资 − 实发工资) × 月数', '(minimum_wage − paid) × months'),
  'no-contract': template('月工资 × 月数', 'monthly_wage × months'),
  severance: template('平均月工资 × 年数', 'average_wage × years'),
  'unlawful-dismissal': template('平均月工资 × 年数 × 2', 'average_wage × years × 2'),
  'notice-pay': template('月工资 × 1', 'monthly_wage × 1'),
  'annual-leave': template('月工资 ÷ 21.75 × 天数 × 200%', 'monthly_wage ÷ 21.75 × days × 200%'),
  'injury-disability': template('本人工资 × 月数', 'own_wage × months'),
  'injury-leave': template('月工资 × 月数', 'monthly_wage × months'),
  heat: template('月津贴 × 月数', 'allowance × months'),
  'non-compete-pay': template('月补偿 × 月数', 'compensation × months'),
};
