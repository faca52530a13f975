import type { Bilingual, Confidence } from '../deadline/rule.ts';
import { claimTemplates } from './data/claim-templates.ts';

/** A customary formula of a type of claim, and how sure we are of it. */
export type ClaimTemplate = { readonly formula: Bilingual; readonly confidence: Confidence };

/** The customary formula of a type of claim; undefined where there is none. */
export function claimTemplateOf(code: string): ClaimTemplate | undefined {
  return Object.hasOwn(claimTemplates, code) ? claimTemplates[code] : undefined;
}
