import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '#shared/base/local-date.ts';
import { closeTypesFor } from '#shared/domain/dossier/close-type.ts';
import { closeTypes } from '#shared/domain/dossier/data/close-types.ts';
import { deciders } from '#shared/domain/dossier/deciders.ts';
import { dossierSides } from '#shared/domain/dossier/dossier.ts';
import { accept, close, mayDo, receive } from '#shared/domain/dossier/lifecycle.ts';
import { foldSteps } from '#shared/domain/dossier/steps/file-state.ts';
import { statusOf } from '#shared/domain/dossier/steps/stages.ts';
import { madeUpFile, said } from './file.ts';

const today = localDate('2026-05-18');
const first = said('arb.receive', '2026-03-02');
const received = { ...madeUpFile('arb'), steps: [first] };
const accepted = { ...received, steps: [first, said('arb.accept', '2026-03-06')] };
const closed = { ...accepted, steps: [...accepted.steps, said('arb.close', '2026-03-08', { type: 'arb.withdrawn' })] };
const on = localDate('2026-03-09');
const refusal = (code: string, field?: string) => ({
  ok: false,
  error: field === undefined ? { code } : { code, field },
});

describe('receiving', () => {
  it('starts the five working days of either side', () => {
    expect(receive({ side: 'arb', channel: 'window', on }, today)).toMatchObject({
      ok: true,
      value: { clocks: [{ rule: 'ARB.ACCEPT', type: 'START', on }] },
    });
    expect(receive({ side: 'lsi', channel: 'complaint', on }, today)).toMatchObject({
      value: { clocks: [{ rule: 'LSI.ACCEPT', type: 'START', on }] },
    });
  });

  it('starts nothing where nobody waits for a decision', () => {
    expect(receive({ side: 'lsi', channel: 'report', on }, today)).toMatchObject({ value: { clocks: [] } });
    const reported = { ...madeUpFile('lsi'), channel: 'report', steps: [said('lsi.receive', '2026-03-02')] };
    expect(accept(reported, on, today)).toMatchObject({
      value: { clocks: [{ rule: 'LSI.INVESTIGATE', type: 'START', on }] },
    });
  });

  it('is not possible in the future', () => {
    expect(receive({ side: 'arb', channel: 'window', on: addDays(today, 1) }, today)).toEqual(
      refusal('dossier.in-future', 'on'),
    );
  });
});

describe('accepting', () => {
  it('stops the limit for the decision and starts that of the case on the same day', () => {
    expect(accept(received, on, today)).toMatchObject({
      ok: true,
      value: {
        state: { stage: 'ACCEPTED' },
        clocks: [
          { rule: 'ARB.ACCEPT', type: 'STOP', on },
          { rule: 'ARB.LIMIT', type: 'START', on },
        ],
      },
    });
  });

  it('is refused before receipt, in the future, twice, and after closing', () => {
    expect(accept(received, localDate('2026-03-01'), today)).toEqual(refusal('dossier.accept-before-receipt', 'on'));
    expect(accept(received, addDays(today, 1), today)).toEqual(refusal('dossier.in-future', 'on'));
    expect(accept(accepted, on, today)).toEqual(refusal('dossier.already-accepted'));
    expect(accept(closed, on, today)).toEqual(refusal('dossier.already-closed'));
  });

  it('is possible on the day of receipt', () => {
    expect(accept(received, first.on, today).ok).toBe(true);
  });
});

describe('closing', () => {
  it('stops the clock that runs', () => {
    expect(close(accepted, { on, type: 'arb.award-open' }, today)).toMatchObject({
      ok: true,
      value: { state: { stage: 'CLOSED' }, clocks: [{ rule: 'ARB.LIMIT', type: 'STOP', on }] },
    });
    expect(close(received, { on, type: 'arb.rejected' }, today)).toMatchObject({
      ok: true,
      value: { state: { stage: 'REJECTED' }, clocks: [{ rule: 'ARB.ACCEPT', type: 'STOP', on }] },
    });
  });

  it('before acceptance is only explaining, rejecting, settling or withdrawing', () => {
    expect(close(received, { on, type: 'arb.award-open' }, today)).toEqual(
      refusal('dossier.close-needs-acceptance', 'type'),
    );
    expect(close(accepted, { on, type: 'arb.rejected' }, today)).toEqual(
      refusal('dossier.close-only-before-acceptance', 'type'),
    );
    expect(close(received, { on, type: 'lsi.rejected' }, today)).toEqual(refusal('dossier.close-type-unknown', 'type'));
    expect(close(received, { on, type: '__proto__' }, today)).toEqual(refusal('dossier.close-type-unknown', 'type'));
  });

  it('is refused on a day before receipt or acceptance, in the future, and twice', () => {
    const of = (now: typeof received, day: string) => close(now, { on: localDate(day), type: 'arb.withdrawn' }, today);
    expect(of(received, '2026-03-01')).toEqual(refusal('dossier.close-before-receipt', 'on'));
    expect(of(accepted, '2026-03-05')).toEqual(refusal('dossier.close-before-acceptance', 'on'));
    expect(of(accepted, '2026-05-19')).toEqual(refusal('dossier.in-future', 'on'));
    expect(of(closed, '2026-03-09')).toEqual(refusal('dossier.already-closed'));
  });

  it('is a conclusion of the proceedings in Zhejiang alone (浙江条例32)', () => {
    const of = (region: string) => close({ ...accepted, region }, { on, type: 'arb.concluded' }, today);
    expect(of('330106').ok).toBe(true);
    expect(of('310118')).toEqual(refusal('dossier.close-type-unknown', 'type'));
    expect(closeTypesFor({ side: 'arb', status: 'accepted', region: '330106' }).map(({ code }) => code)).toContain(
      'arb.concluded',
    );
  });

  it('succeeds for every type a screen offers and for no other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...closeTypes), fc.constantFrom(...dossierSides), fc.boolean(), (type, side, was) => {
        const begun = said(`${side}.receive`, '2026-03-02');
        const now = {
          ...madeUpFile(side),
          steps: was ? [begun, said(`${side}.accept`, '2026-03-06')] : [begun],
        };
        const status = statusOf(foldSteps(now, now.steps).stage);
        const may = closeTypesFor({ side, status, region: now.region }).includes(type);
        expect(close(now, { on, type: type.code }, today).ok).toBe(may);
      }),
    );
  });
});

describe('the tables', () => {
  it('offer no act on a closed dossier, and acceptance only before it', () => {
    const may = (now: typeof received) => mayDo(now, foldSteps(now, now.steps));
    expect(may(closed)).toEqual([]);
    expect(may(received)).toContain('accept');
    expect(may(accepted)).not.toContain('accept');
    const waiting = { ...received, steps: [first, said('arb.ask-correction', '2026-03-03', { paper: '1' })] };
    expect(may(waiting)).not.toContain('accept');
    expect(may(waiting)).toContain('reject');
  });

  it('name codes once, and a written decision for extensions', () => {
    expect(new Set(closeTypes.map((type) => type.code)).size).toBe(closeTypes.length);
    expect(dossierSides.every((side) => deciders[side].extend.written && deciders[side].suspend.written)).toBe(true);
  });
});
