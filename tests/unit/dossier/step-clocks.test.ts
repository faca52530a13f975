import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '#shared/base/local-date.ts';
import { shippedCalendar } from '#shared/domain/calendar/work-calendar.ts';
import type { ClockEvent } from '#shared/domain/deadline/clock-event.ts';
import { computeNamed } from '#shared/domain/deadline/compute.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import { limitKeyText, readLimitKey } from '#shared/domain/deadline/limit-key.ts';
import { rulesFor } from '#shared/domain/deadline/pack.ts';
import { type DossierSide, dossierSides } from '#shared/domain/dossier/dossier.ts';
import { stepOf } from '#shared/domain/dossier/steps/all-steps.ts';
import { type FileState, foldSteps, untouched } from '#shared/domain/dossier/steps/file-state.ts';
import type { StepDef, StepSaid } from '#shared/domain/dossier/steps/step.ts';
import { offeredSteps, stepFrom } from '#shared/domain/dossier/steps/take-step.ts';
import { madeUpFile, said } from './file.ts';

const today = localDate('2026-12-31');
const rules = rulesFor('330106');
const known = new Set(rules.rows.map(({ id }) => id));
const fileOf = (side: DossierSide) => ({
  ...madeUpFile(side),
  region: '330106',
  hasRule: (rule: string) => known.has(rule),
});

/** The clocks of a file as its steps move them. */
function madeUpClocks() {
  const events = new Map<string, readonly ClockEvent[]>();
  return {
    add: (key: string, event: Omit<ClockEvent, 'id'>): void => {
      const before = events.get(key) ?? [];
      events.set(key, [...before, { ...event, id: String(before.length) }]);
    },
    of: (key: string): Deadline | undefined => {
      const told = events.get(key) ?? [];
      const start = told.find(({ type }) => type === 'START')?.on;
      if (start === undefined) return undefined;
      return computeNamed(readLimitKey(key).rule, localDate(start), told, shippedCalendar, { today, rules });
    },
  };
}

/** Takes steps after those of a state and moves the clocks by what they write. */
function take(side: DossierSide, state: FileState, clocks: ReturnType<typeof madeUpClocks>, step: StepSaid): FileState {
  const next = stepFrom(fileOf(side), state, step, today);
  if (!next.ok) throw new Error(`${step.code} at ${state.stage}: ${next.error.code}`);
  for (const { rule, of = '', ...event } of next.value.clocks) clocks.add(limitKeyText({ rule, of }), event);
  return next.value.state;
}

function filled(def: StepDef, on: StepSaid['on'], accepted: boolean): StepSaid {
  const type = accepted ? (def.side === 'arb' ? 'arb.mediated' : 'lsi.handled') : `${def.side}.rejected`;
  const ground = def.side === 'arb' ? '47-6' : '33-lsi-30';
  return {
    ...{ code: def.code, on, paper: '1号', decidedBy: '院长', ground, amount: 10, party: 'u1', type },
    day: addDays(on, 10),
  };
}

describe('a step that may be taken twice', () => {
  const begun = (side: DossierSide) => [said(`${side}.receive`, '2026-03-02'), said(`${side}.accept`, '2026-03-03')];
  const proposed = [...begun('lsi'), said('lsi.propose', '2026-03-04')];

  it.each<readonly [string, readonly StepSaid[], string, string, string]>([
    ['evidence preserved', begun('lsi'), 'lsi.preserve', 'lsi.preserved', 'LSI.PRESERVE'],
    ['a complainant told', begun('lsi'), 'lsi.suspend', 'lsi.told lsi.resume', 'LSI.TELL_EXT'],
    ['a crime reported', begun('lsi'), 'lsi.crime', 'lsi.crime-decided', 'LSI.CRIME_APPROVE'],
    ['a notice before the decision', proposed, 'lsi.tell', 'lsi.legal-review', 'LSI.HEARING_ASK'],
    ['a public notice', begun('arb'), 'arb.notice', 'arb.notice-ended', 'ARB.PUBLIC_SERVICE'],
    ['a counterclaim', begun('arb'), 'arb.counterclaim', 'arb.counterclaim-refused', 'ARB.COUNTERCLAIM_DECIDE'],
    ['copies served', begun('arb'), 'arb.copies-served', 'arb.defence', 'ARB.DEFENSE:u1'],
    ['mediation', begun('arb').slice(0, 1), 'arb.mediate-first', 'arb.mediate-first-failed', 'ARB.MED_PRE'],
  ])('starts its limit each time: %s', (_, before, code, ends, key) => {
    const side = code.startsWith('arb') ? 'arb' : 'lsi';
    const clocks = madeUpClocks();
    let state = foldSteps(fileOf(side), before);
    const step = (next: string, on: string) => {
      const def = stepOf(next);
      if (def === undefined) throw new Error(next);
      state = take(side, state, clocks, filled(def, localDate(on), true));
    };
    step(code, '2026-03-09');
    for (const end of ends.split(' ')) step(end, '2026-03-10');
    step(code, '2026-04-07');
    expect(clocks.of(key)).toMatchObject({ status: 'running', startedOn: '2026-04-07', review: [] });
  });

  it('that sets a hearing of the inspection sends the notice with it: its limit stops that day', () => {
    const clocks = madeUpClocks();
    const told = [...proposed, said('lsi.tell', '2026-03-05', { paper: '1号' })];
    const hearing = { day: localDate('2026-03-30'), paper: '2号' };
    take('lsi', foldSteps(fileOf('lsi'), told), clocks, said('lsi.set-hearing', '2026-03-09', hearing));
    const notice = clocks.of('LSI.HEARING_NOTICE:2026-03-30');
    expect(notice).toMatchObject({ status: 'stopped', stoppedOn: '2026-03-09', inTime: true, review: [] });
  });

  it('starts what it says on any way through the table, or the limit runs by an earlier start', () => {
    const ways = fc.tuple(fc.constantFrom(...dossierSides), fc.array(fc.nat({ max: 1000 }), { maxLength: 40 }));
    fc.assert(
      fc.property(ways, ([side, picks]) => {
        const clocks = madeUpClocks();
        let on = localDate('2026-03-02');
        let state = take(side, untouched(side), clocks, said(`${side}.receive`, on));
        for (const pick of picks) {
          const offered = offeredSteps(fileOf(side), state);
          const def = offered[pick % Math.max(1, offered.length)];
          if (def === undefined) break;
          const keys = (def.clocks ?? [])
            .filter(({ type }) => type === 'START')
            .map(({ rule, of }) => [rule, of] as const);
          on = addDays(on, pick % 3);
          const step = filled(def, on, state.acceptedOn !== null);
          if (def.code === 'arb.result-served' && state.told.includes('u1')) continue;
          state = take(side, state, clocks, step);
          const parts = { party: 'u1', hearing: step.day ?? '' };
          const started = keys.map(([rule, of]) => limitKeyText({ rule, of: of === undefined ? '' : parts[of] }));
          const dead = started.filter((key) => state.running.includes(key) && clocks.of(key)?.status === 'stopped');
          expect([def.code, dead]).toEqual([def.code, []]);
        }
      }),
    );
  });
});
