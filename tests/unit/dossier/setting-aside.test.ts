import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import { correctStep } from '#shared/domain/dossier/steps/correct-step.ts';
import { foldSteps } from '#shared/domain/dossier/steps/file-state.ts';
import type { StepSaid, TakenStep } from '#shared/domain/dossier/steps/step.ts';
import { offeredSteps, takeStep } from '#shared/domain/dossier/steps/take-step.ts';
import { madeUpFile, said } from './file.ts';

const today = localDate('2026-05-18');
const file = madeUpFile('arb');
const begun = [said('arb.receive', '2026-03-02'), said('arb.accept', '2026-03-04')];
const closed = [...begun, said('arb.close', '2026-03-30', { type: 'arb.award-final' })];
const asked = (party: string, on: string) => said('arb.set-aside-asked', on, { party });
const granted = (on: string) => said('arb.set-aside-granted', on, { paper: '民特1号' });
const refused = (on: string) => said('arb.set-aside-refused', on, { paper: '民特2号' });
const received = (on: string) => said('arb.ruling-received', on, { party: 'w' });

const codeOf = (steps: readonly StepSaid[], last: StepSaid): string => {
  const taken = takeStep(file, steps, last, today);
  return taken.ok ? 'taken' : taken.error.code;
};

describe('a final award before the court (调解仲裁法49)', () => {
  const ruled = [...closed, asked('u1', '2026-04-10'), granted('2026-05-06')];

  it('has its ruling received on the day it was made at the earliest, since the time to sue runs from then', () => {
    expect(codeOf(ruled, received('2026-05-05'))).toBe('step.before-earlier');
    expect(codeOf(ruled, received('2026-05-06'))).toBe('taken');
  });

  it('has neither day put right beyond the other', () => {
    const steps: readonly TakenStep[] = [...ruled, received('2026-05-08')].map((step, at) => ({
      ...step,
      id: `${at}`,
    }));
    const moved = (step: string, on: string) => {
      const said = { step, on: localDate(on), also: [] };
      const corrected = correctStep(file, steps, said, today);
      return corrected.ok ? 'put right' : corrected.error.code;
    };
    expect([moved('5', '2026-05-05'), moved('5', '2026-05-07')]).toEqual(['step.before-earlier', 'put right']);
    expect([moved('4', '2026-05-09'), moved('4', '2026-05-08')]).toEqual(['step.others-depend', 'put right']);
  });

  it('is ruled on for each employer who asked, and no more often', () => {
    const both = [...closed, asked('u1', '2026-04-10'), asked('u2', '2026-04-13')];
    const once = [...both, refused('2026-05-06')];
    expect(offeredSteps(file, foldSteps(file, once)).map(({ code }) => code)).toContain('arb.set-aside-granted');
    expect(codeOf(once, granted('2026-04-09'))).toBe('step.before-earlier');
    expect(codeOf(once, granted('2026-05-06'))).toBe('taken');
    const twice = [...once, granted('2026-05-06')];
    expect([codeOf(twice, granted('2026-05-07')), codeOf(ruled, refused('2026-05-07'))]).toEqual([
      ...['step.not-open', 'step.not-open'],
    ]);
    expect(codeOf(closed, granted('2026-05-06'))).toBe('step.not-from-here');
  });
});

describe('an award recorded as one kind and closed as another', () => {
  it('is what the closing says, as is what may follow on it', () => {
    const hearing = { day: localDate('2026-03-20') };
    const awarded = [
      ...[...begun, said('arb.panel', '2026-03-09'), said('arb.set-hearing', '2026-03-12', hearing)],
      ...[said('arb.hear', '2026-03-20'), said('arb.award-open', '2026-03-25', { paper: '裁1号' })],
    ];
    expect(foldSteps(file, awarded).award).toBe('open');
    const ended = (type: string) => [...awarded, said('arb.close', '2026-03-30', { type })];
    const served = takeStep(
      file,
      ended('arb.award-final'),
      said('arb.result-served', '2026-04-03', { party: 'u1' }),
      today,
    );
    expect(served).toMatchObject({ ok: true, value: { clocks: [{ rule: 'ARB.SET_ASIDE', of: 'u1', type: 'START' }] } });
    expect(foldSteps(file, ended('arb.mediated')).award).toBe('open');
  });
});
