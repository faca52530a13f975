import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '#shared/base/local-date.ts';
import { clockGround } from '#shared/domain/deadline/grounds.ts';
import { limitKeyText, readLimitKey } from '#shared/domain/deadline/limit-key.ts';
import { shippedPacks } from '#shared/domain/deadline/pack.ts';
import { type DossierSide, dossierSides } from '#shared/domain/dossier/dossier.ts';
import { allSteps, stepOf } from '#shared/domain/dossier/steps/all-steps.ts';
import { applyStep, type FileState, foldSteps, untouched } from '#shared/domain/dossier/steps/file-state.ts';
import { isStage, lineOf, stagesOf, statusOf } from '#shared/domain/dossier/steps/stages.ts';
import type { ClockAct, StepDef, StepSaid } from '#shared/domain/dossier/steps/step.ts';
import { goesOnAfterClosing } from '#shared/domain/dossier/steps/step-clocks.ts';
import { offeredSteps, stepFrom, takeStep } from '#shared/domain/dossier/steps/take-step.ts';
import { madeUpFile, said } from './file.ts';

const today = localDate('2026-05-18');
const file = madeUpFile('arb');
const begun = [said('arb.receive', '2026-03-02'), said('arb.accept', '2026-03-04')];
const clocksOf = (steps: readonly StepSaid[], last: StepSaid): readonly ClockAct[] => {
  const taken = takeStep(file, steps, last, today);
  if (!taken.ok) throw new Error(taken.error.code);
  return taken.value.clocks;
};
const codeOf = (steps: readonly StepSaid[], last: StepSaid): string => {
  const taken = takeStep(file, steps, last, today);
  return taken.ok ? 'taken' : taken.error.code;
};
const suspension = said('arb.suspend', '2026-03-20', { ground: '47-6', paper: '中止1号', decidedBy: '院长' });

describe('the table of steps', () => {
  it('names each step once, in both languages, with its article', () => {
    expect(new Set(allSteps.map(({ code }) => code)).size).toBe(allSteps.length);
    for (const { name, basis, code, side } of allSteps) {
      expect([name.zh, name.en, basis.zh, basis.en].every((text) => text !== '')).toBe(true);
      expect(code.startsWith(`${side}.`)).toBe(true);
    }
  });

  it('leads only between places of its own side, and every place but the first can be reached', () => {
    for (const side of dossierSides) {
      const own = allSteps.filter((step) => step.side === side);
      const places = own.flatMap(({ from, to }) => [...from, ...(to === undefined || to === 'left' ? [] : [to])]);
      expect(places.every((place) => isStage(place) && stagesOf[side].includes(place))).toBe(true);
      const ends = ['REJECTED', 'NOT_MY_JURISDICTION'];
      expect(stagesOf[side].filter((place) => !places.includes(place) && !ends.includes(place))).toEqual([]);
    }
  });

  it('ends whatever it opens, extensions apart, and names grounds the law knows', () => {
    const opened = new Set(allSteps.flatMap(({ opens, once }) => (opens === undefined || once ? [] : [opens])));
    expect([...opened].filter((aside) => !allSteps.some(({ ends }) => ends === aside))).toEqual([]);
    const grounds = allSteps.flatMap(({ clocks = [] }) => clocks.flatMap(({ ground }) => (ground ? [ground] : [])));
    expect(grounds.filter((ground) => clockGround(ground) === undefined)).toEqual([]);
  });

  it('writes events of limits the shipped rules have, and names those they lack', () => {
    const shipped = new Set(shippedPacks.flatMap(({ rows }) => rows.map(({ id }) => id)));
    const named = new Set(allSteps.flatMap(({ clocks = [] }) => clocks.map(({ rule }) => rule)));
    expect([...named].filter((rule) => !shipped.has(rule))).toEqual([]);
  });

  it('lets only a named person suspend and extend, on paper (办案规则45、47)', () => {
    for (const code of ['arb.suspend', 'arb.extend', 'lsi.suspend', 'lsi.extend']) {
      expect(stepOf(code)).toMatchObject({ decider: { written: true }, paper: { required: true } });
    }
  });
});

describe('the main line of arbitration', () => {
  it('goes from the window to the archive', () => {
    const way: readonly (readonly [StepSaid, string])[] = [
      [said('arb.receive', '2026-03-02'), 'APPLIED'],
      [said('arb.ask-correction', '2026-03-03', { paper: '补1号' }), 'CORRECTION'],
      [said('arb.corrected', '2026-03-05'), 'APPLIED'],
      [said('arb.accept', '2026-03-06'), 'ACCEPTED'],
      [said('arb.panel', '2026-03-09'), 'PANEL_FORMED'],
      [said('arb.copies-served', '2026-03-09', { party: 'u1' }), 'PANEL_FORMED'],
      [said('arb.set-hearing', '2026-03-12', { day: localDate('2026-03-30') }), 'HEARING_SET'],
      [said('arb.hear', '2026-03-30'), 'IN_HEARING'],
      [said('arb.mediate', '2026-03-30'), 'MEDIATING'],
      [said('arb.mediation-failed', '2026-04-01'), 'IN_HEARING'],
      [said('arb.deliberate', '2026-04-02'), 'DELIBERATION'],
      [said('arb.award-both', '2026-04-08', { paper: '裁1号' }), 'AWARDED'],
      [said('arb.result-served', '2026-04-10', { party: 'u1' }), 'RESULT_SERVING'],
      [said('arb.close', '2026-04-28', { type: 'arb.award-both' }), 'CLOSED'],
      [said('arb.archive', '2026-05-08'), 'ARCHIVED'],
    ];
    let state = untouched('arb');
    for (const [step, stage] of way) {
      const next = stepFrom(file, state, step, today);
      if (!next.ok) throw new Error(`${step.code}: ${next.error.code}`);
      state = next.value.state;
      expect([step.code, state.stage]).toEqual([step.code, stage]);
    }
  });

  it('starts the defence of each respondent on its own day', () => {
    expect(clocksOf(begun, said('arb.copies-served', '2026-03-06', { party: 'u2' }))).toContainEqual({
      ...{ rule: 'ARB.DEFENSE', of: 'u2', type: 'START', on: '2026-03-06' },
    });
    expect(codeOf(begun, said('arb.copies-served', '2026-03-06', { party: 'nobody' }))).toBe('step.party-missing');
  });

  it('lets the worker sue over a final award and the unit ask the court to set it aside (48、49)', () => {
    const hearing = { day: localDate('2026-03-30') };
    const awarded = [
      ...[...begun, said('arb.panel', '2026-03-09'), said('arb.set-hearing', '2026-03-12', hearing)],
      ...[said('arb.hear', '2026-03-30'), said('arb.award-final', '2026-03-30', { paper: '裁1号' })],
    ];
    const served = (party: string) =>
      clocksOf(awarded, said('arb.result-served', '2026-04-03', { party })).map(({ rule, of }) => [rule, of]);
    expect(served('w')).toEqual([['ARB.SUE', 'w']]);
    expect(served('u1')).toEqual([['ARB.SET_ASIDE', 'u1']]);
  });

  it('refuses a hearing that was not set, a panel formed twice, an award without its paper and steps out of time', () => {
    expect(codeOf(begun, said('arb.hear', '2026-03-30'))).toBe('step.not-from-here');
    const panel = [...begun, said('arb.panel', '2026-03-09')];
    expect(codeOf(panel, said('arb.panel', '2026-03-10'))).toBe('step.not-from-here');
    expect(codeOf(panel, said('arb.set-hearing', '2026-03-10'))).toBe('step.day-missing');
    expect(codeOf(panel, said('arb.set-hearing', '2026-03-10', { day: localDate('2026-03-09') }))).toBe(
      'step.day-before',
    );
    expect(codeOf(begun, said('arb.mediate', '2026-03-03'))).toBe('step.before-acceptance');
    expect(codeOf(begun, said('arb.mediate', '2026-05-19'))).toBe('dossier.in-future');
    expect(codeOf(begun, said('lsi.investigate', '2026-03-09'))).toBe('step.unknown');
    expect(codeOf(begun, said('__proto__', '2026-03-09'))).toBe('step.unknown');
  });
});

describe('beside the main line', () => {
  it('suspends on a ground with who decided and the paper, stands still, and goes on after resuming', () => {
    expect(clocksOf(begun, suspension)).toEqual([
      { rule: 'ARB.LIMIT', type: 'SUSPEND', on: '2026-03-20', ground: '47-6' },
    ]);
    const { ground, ...groundless } = suspension;
    expect([ground, codeOf(begun, groundless)]).toEqual(['47-6', 'step.ground-missing']);
    expect(codeOf(begun, { ...suspension, decidedBy: '' })).toBe('step.decider-missing');
    expect(codeOf(begun, { ...suspension, paper: '' })).toBe('step.paper-missing');
    const still = [...begun, suspension];
    expect(codeOf(still, suspension)).toBe('step.still-open');
    expect(codeOf(still, said('arb.panel', '2026-03-23'))).toBe('step.suspended');
    expect(codeOf(still, said('arb.close', '2026-03-23', { type: 'arb.award-open' }))).toBe('step.suspended');
    expect(codeOf(still, said('arb.close', '2026-03-23', { type: 'arb.withdrawn' }))).toBe('taken');
    expect(codeOf(still, said('arb.resume', '2026-03-19'))).toBe('step.before-earlier');
    const going = [...still, said('arb.resume', '2026-05-11')];
    expect(codeOf(going, said('arb.panel', '2026-05-12'))).toBe('taken');
  });

  it('extends once', () => {
    const extension = said('arb.extend', '2026-04-10', { amount: 15, paper: '延1号', decidedBy: '院长' });
    expect(clocksOf(begun, extension)).toEqual([{ rule: 'ARB.LIMIT', type: 'EXTEND', on: '2026-04-10', amount: 15 }]);
    expect(codeOf([...begun, extension], extension)).toBe('step.once');
  });

  it('extends once more when claims were changed: the extension before lapsed with the count', () => {
    const extension = said('arb.extend', '2026-04-10', { amount: 15, paper: '延1号', decidedBy: '院长' });
    const anew = [...begun, extension, said('arb.change-claims', '2026-04-13')];
    expect(foldSteps(file, anew).asides).toEqual([]);
    expect(offeredSteps(file, foldSteps(file, anew)).map(({ code }) => code)).toContain('arb.extend');
    const again = { ...extension, on: localDate('2026-05-18') };
    expect(codeOf(anew, again)).toBe('taken');
    expect(codeOf([...anew, again], again)).toBe('step.once');
  });

  it('leaves a delegation out of the limit in Zhejiang only, and suspends an investigation there only', () => {
    const asked = said('arb.delegate', '2026-03-20');
    expect(clocksOf(begun, asked)).toEqual([]);
    const zhejiang = takeStep({ ...file, region: '330106' }, begun, asked, today);
    expect(zhejiang).toMatchObject({ value: { clocks: [{ type: 'EXCLUDE_BEGIN', ground: '33-delegation' }] } });
    const codes = (region: string) =>
      offeredSteps(
        { side: 'lsi', region },
        foldSteps(madeUpFile('lsi'), [said('lsi.receive', '2026-03-02'), said('lsi.accept', '2026-03-04')]),
      ).map(({ code }) => code);
    expect(codes('310118')).not.toContain('lsi.suspend');
    expect(codes('330106')).toContain('lsi.suspend');
  });
});

/** Everything an offered step may be asked for, filled in. */
function filled(def: StepDef, on: StepSaid['on'], status: string): StepSaid {
  const early = status === 'received';
  const type = def.side === 'arb' ? (early ? 'arb.rejected' : 'arb.mediated') : early ? 'lsi.rejected' : 'lsi.handled';
  return {
    ...{ code: def.code, on, paper: '1号', decidedBy: '院长', ground: '47-6', amount: 10, party: 'u1', type },
    day: addDays(on, 10),
  };
}

/** The limits whose clock runs by these events. */
function runningBy(events: readonly ClockAct[]): { readonly started: Set<string>; readonly orphans: string[] } {
  const started = new Set<string>();
  const orphans: string[] = [];
  for (const { rule, of = '', type } of events) {
    const key = limitKeyText({ rule, of });
    if (type === 'START') started.add(key);
    else if (!started.has(key)) orphans.push(`${type} ${key}`);
  }
  return { started, orphans };
}

describe('any way through the table', () => {
  const choices = fc.array(fc.nat({ max: 1000 }), { maxLength: 40 });
  const walk = (side: DossierSide, picks: readonly number[]) => {
    const whose = madeUpFile(side);
    const first = said(`${side}.receive`, '2026-03-02');
    const taken: StepSaid[] = [first];
    const states: FileState[] = [];
    const start = applyStep(whose, untouched(side), first);
    let { state } = start;
    const events = [...start.clocks];
    for (const pick of picks) {
      const offered = offeredSteps(whose, state);
      const def = offered[pick % Math.max(1, offered.length)];
      if (def === undefined) break;
      const step = filled(def, addDays(localDate('2026-03-02'), taken.length), statusOf(state.stage));
      const next = stepFrom(whose, state, step, today);
      // Which of the parties were served already is no question of the place.
      if (!next.ok && next.error.code === 'step.party-served') continue;
      if (!next.ok) throw new Error(`${def.code} was offered at ${state.stage} and refused: ${next.error.code}`);
      taken.push(step);
      events.push(...next.value.clocks);
      ({ state } = next.value);
      states.push(state);
    }
    return { whose, taken, states, state, events };
  };

  it('takes every step that is offered, stands in one place of its side, and folds to the same again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dossierSides), choices, (side, picks) => {
        const { whose, taken, states, state } = walk(side, picks);
        for (const { stage } of states) {
          expect(stagesOf[side]).toContain(stage);
          expect(lineOf(side, stage).filter((place) => place === stage)).toEqual([stage]);
        }
        if (states.length > 0) expect(foldSteps(whose, taken)).toEqual(state);
      }),
    );
  });

  it('moves no clock that was not started, and none of the case runs on when it is closed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dossierSides), choices, (side, picks) => {
        const { state, events } = walk(side, picks);
        expect(runningBy(events).orphans).toEqual([]);
        if (statusOf(state.stage) !== 'closed') return;
        const left = state.running.filter((key) => !goesOnAfterClosing(readLimitKey(key).rule));
        expect(left).toEqual([]);
      }),
    );
  });

  it('offers nothing but the archive once a file is closed, and what follows on its result', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dossierSides), choices, (side, picks) => {
        const { whose, state } = walk(side, picks);
        if (statusOf(state.stage) !== 'closed') return;
        const codes = offeredSteps(whose, state).map(({ code }) => code);
        const others = codes.filter((code) => code !== `${side}.archive`);
        expect(others.filter((code) => stepOf(code)?.closedBy?.includes(state.closeType ?? '') !== true)).toEqual([]);
      }),
    );
  });
});
