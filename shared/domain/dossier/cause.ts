import type { Bilingual } from '../deadline/rule.ts';
import { causes } from './data/causes.ts';

/** A subject (案由) of an arbitration dossier. */
export type Cause = {
  readonly code: string;
  readonly name: Bilingual;
  readonly group: 'contract' | 'insurance' | 'welfare' | 'personnel';
};

/** The subject with this code. */
export function causeOf(code: string): Cause | undefined {
  return causes.find((cause) => cause.code === code);
}
