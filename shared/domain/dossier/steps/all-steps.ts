import type { DossierSide } from '../dossier.ts';
import { arbAfter } from './arb-after.ts';
import { arbBegin } from './arb-begin.ts';
import { arbHear } from './arb-hear.ts';
import { arbSide } from './arb-side.ts';
import { lsiMain } from './lsi-main.ts';
import { lsiSide } from './lsi-side.ts';
import type { StepDef } from './step.ts';

/** Every step of a file's life, the main line of each side before what happens beside it. */
export const allSteps: readonly StepDef[] = [
  ...[...arbBegin, ...arbHear, ...arbSide, ...arbAfter],
  ...[...lsiMain, ...lsiSide],
];

const byCode: ReadonlyMap<string, StepDef> = new Map(allSteps.map((step) => [step.code, step]));

/** The step with this code. */
export function stepOf(code: string): StepDef | undefined {
  return byCode.get(code);
}

/** The three steps that have a call and a form of their own: a number is given, or a way of ending chosen. */
export function ownStep(side: DossierSide, act: 'receive' | 'accept' | 'close'): string {
  return `${side}.${act}`;
}
