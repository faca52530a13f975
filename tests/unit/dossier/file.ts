import { localDate } from '#shared/base/local-date.ts';
import type { DossierSide } from '#shared/domain/dossier/dossier.ts';
import type { RecordedFile } from '#shared/domain/dossier/steps/correct-step.ts';
import type { StepSaid } from '#shared/domain/dossier/steps/step.ts';

/** The limits whose events these tests look at. */
const counted: ReadonlySet<string> = new Set([
  ...['ARB.ACCEPT', 'ARB.LIMIT', 'ARB.DEFENSE', 'ARB.SUE', 'ARB.SET_ASIDE'],
  ...['LSI.ACCEPT', 'LSI.INVESTIGATE', 'LSI.DECIDE', 'LSI.SERVE'],
]);

/** A made-up file of one worker against two units, at an office in Shanghai, nothing taken yet. */
export function madeUpFile(side: DossierSide): RecordedFile {
  return {
    ...{ side, channel: side === 'arb' ? 'window' : 'complaint', region: '310118', limits: [] },
    limitsBefore: () => [],
    parties: [
      { id: 'w', role: side === 'arb' ? 'applicant' : 'complainant', type: 'person' },
      { id: 'u1', role: side === 'arb' ? 'respondent' : 'employer', type: 'unit' },
      { id: 'u2', role: side === 'arb' ? 'respondent' : 'employer', type: 'unit' },
    ],
    hasRule: (rule) => counted.has(rule),
  };
}

/** A step said on a day. */
export function said(code: string, on: string, rest: Partial<StepSaid> = {}): StepSaid {
  return { code, on: localDate(on), ...rest };
}
