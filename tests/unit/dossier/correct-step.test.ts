import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import { correctStep, restingOn } from '#shared/domain/dossier/steps/correct-step.ts';
import { foldSteps } from '#shared/domain/dossier/steps/file-state.ts';
import type { TakenStep } from '#shared/domain/dossier/steps/step.ts';
import { takeStep } from '#shared/domain/dossier/steps/take-step.ts';
import { madeUpFile, said } from './file.ts';

const today = localDate('2026-05-18');
const file = madeUpFile('arb');
const steps: readonly TakenStep[] = [
  said('arb.receive', '2026-03-02'),
  said('arb.accept', '2026-03-04'),
  said('arb.panel', '2026-03-09'),
  said('arb.set-hearing', '2026-03-10', { day: localDate('2026-03-30') }),
  said('arb.hear', '2026-03-30'),
  said('arb.award-open', '2026-04-08', { paper: '裁1号' }),
].map((step, index) => ({ ...step, id: String(index) }));
const strike = (step: string, also: readonly string[] = []) =>
  correctStep(file, steps, { step, on: null, also }, today);

describe('putting a step right', () => {
  it('strikes the last one, and the file stands where it stood', () => {
    const struck = strike('5');
    expect(struck).toMatchObject({ ok: true, value: { struck: ['5'], changed: [], state: { stage: 'IN_HEARING' } } });
    if (struck.ok) expect(struck.value.state.running).toContain('ARB.LIMIT');
  });

  it('names the later steps that rest on it, and strikes them with it where that is said', () => {
    expect(strike('3')).toEqual({ ok: false, error: { code: 'step.others-depend', steps: ['4'] } });
    expect(restingOn(file, steps, '3', today)).toEqual(['4', '5']);
    expect(restingOn(file, steps, '1', today)).toEqual(['2', '3', '4', '5']);
    expect(strike('3', ['4', '5'])).toMatchObject({ ok: true, value: { state: { stage: 'PANEL_FORMED' } } });
    expect(restingOn(file, steps, '5', today)).toEqual([]);
  });

  it('gives a step another day and writes its clock events anew', () => {
    const moved = correctStep(file, steps, { step: '1', on: localDate('2026-03-05'), also: [] }, today);
    expect(moved).toMatchObject({ ok: true, value: { struck: [], state: { acceptedOn: '2026-03-05' } } });
    if (moved.ok) {
      expect(moved.value.changed.map(({ step }) => step)).toEqual(['1']);
      expect(moved.value.changed[0]?.clocks).toContainEqual({ rule: 'ARB.LIMIT', type: 'START', on: '2026-03-05' });
    }
  });

  it('refuses a day that does not fit the step itself, or that later steps do not allow', () => {
    const move = (step: string, on: string) => correctStep(file, steps, { step, on: localDate(on), also: [] }, today);
    expect(move('1', '2026-03-01')).toMatchObject({ error: { code: 'dossier.accept-before-receipt' } });
    expect(move('5', '2026-05-19')).toMatchObject({ error: { code: 'dossier.in-future' } });
    expect(move('1', '2026-03-12')).toEqual({ ok: false, error: { code: 'step.others-depend', steps: ['2', '3'] } });
    expect(move('0', '2026-03-05')).toMatchObject({ error: { code: 'step.others-depend' } });
  });

  it('strikes neither the receipt nor a step that is not there, nor an earlier one with it', () => {
    expect(strike('0')).toMatchObject({ error: { code: 'step.receipt-stays' } });
    expect(strike('9')).toMatchObject({ error: { code: 'step.no-such-step' } });
    expect(strike('3', ['2'])).toMatchObject({ error: { code: 'step.also-earlier' } });
    const same = correctStep(file, steps, { step: '1', on: localDate('2026-03-04'), also: [] }, today);
    expect(same).toMatchObject({ error: { code: 'step.nothing-changed' } });
  });

  it('leaves a file that could have been recorded that way from the beginning', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), (at) => {
        const step = String(at);
        const corrected = strike(step, restingOn(file, steps, step, today));
        if (!corrected.ok) throw new Error(corrected.error.code);
        const kept = corrected.value.steps;
        for (const [index, next] of kept.entries())
          expect(takeStep(file, kept.slice(0, index), next, today).ok).toBe(true);
        expect(corrected.value.state).toEqual(foldSteps(file, kept));
      }),
    );
  });
});
