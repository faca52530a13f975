import { describe, expect, test } from 'vitest';
import { commands, executorActs, ownActs } from '#shared/domain/assist/life.ts';
import { mayDo } from '#shared/domain/assist/may-do.ts';
import { outcomeOf } from '#shared/domain/assist/outcome.ts';
import { type Phase, phases, whoMustAct } from '#shared/domain/assist/phase.ts';
import { storyAt } from './story.ts';

/** The life table written once more by hand: what the executor may do where. */
const executorMay: Readonly<Record<Phase, readonly string[]>> = {
  none: [],
  sent: ['register', 'refuse'],
  registered: ['accept', 'return', 'refuse', 'assign', 'progress', 'suspend'],
  returned: [],
  accepted: ['result', 'extend', 'forward', 'assign', 'progress', 'suspend', 'correct'],
  answered: ['correct'],
  refused: [],
  withdrawn: ['stop-report'],
  closed: ['correct'],
};
const anywhere = ['opened', 'note', 'originals', 'pen', 'apply'];

/** What becomes of each command where. */
const fate: Readonly<Record<string, Readonly<Partial<Record<Phase, 'ok' | 'late'>>>>> = {
  withdraw: {
    sent: 'ok',
    registered: 'ok',
    returned: 'ok',
    accepted: 'ok',
    answered: 'late',
    withdrawn: 'late',
    closed: 'late',
  },
  supplement: {
    sent: 'ok',
    registered: 'ok',
    returned: 'ok',
    accepted: 'ok',
    refused: 'ok',
    answered: 'late',
    withdrawn: 'late',
    closed: 'late',
  },
  object: { answered: 'ok', withdrawn: 'late', closed: 'late' },
};

describe('the life table', () => {
  test.each(phases)('%s is where the table says', (phase) => {
    expect(storyAt(phase).state().phase).toBe(phase);
    expect(storyAt(phase).state().differences).toEqual([]);
  });

  test.each(phases)('in %s the executor may do exactly what the table names', (phase) => {
    const state = storyAt(phase).state();
    const may = Object.keys(executorActs).filter((kind) => mayDo(state, 'e', kind).ok);
    const expected = phase === 'none' ? [] : [...executorMay[phase], ...anywhere];
    expect([...may].sort()).toEqual([...expected].sort());
  });

  test.each(phases)('in %s each command meets its fate', (phase) => {
    const told = storyAt(phase);
    for (const [kind, fates] of Object.entries(fate)) {
      const state = told.state();
      const answers = state.returned?.defects.map((defect) => defect.id) ?? [];
      const command = { ...storyAt('sent').r(kind, { answers, items: [] }), seq: told.events.r.length + 1 };
      expect(outcomeOf(state, command).outcome, kind).toBe(fates[phase] ?? 'void');
    }
  });

  test.each(phases)('what the requester may give in %s takes effect', (phase) => {
    const state = storyAt(phase).state();
    for (const kind of Object.keys(fate)) {
      expect(mayDo(state, 'r', kind).ok, kind).toBe(fate[kind]?.[phase] === 'ok');
    }
    expect(mayDo(state, 'r', 'close').ok).toBe(phase === 'answered' || phase === 'refused');
    expect(mayDo(state, 'r', 'request').ok).toBe(phase === 'none');
  });

  test('the turn is the one the table names', () => {
    expect(phases.map(whoMustAct)).toEqual(['nobody', 'e', 'e', 'r', 'e', 'r', 'r', 'nobody', 'nobody']);
  });

  test('a kind belongs to one list of one side, but what both write', () => {
    const requester = [...Object.keys(commands), ...Object.keys(ownActs)];
    expect(new Set(requester).size).toBe(requester.length);
    const both = requester.filter((kind) => Object.hasOwn(executorActs, kind));
    expect(both.sort()).toEqual(['note', 'opened', 'originals', 'pen']);
    expect(mayDo(storyAt('sent').state(), 'r', 'register')).toEqual({ ok: false, error: 'unknown-kind' });
    expect(mayDo(storyAt('sent').state(), 'e', 'withdraw')).toEqual({ ok: false, error: 'unknown-kind' });
    expect(mayDo(storyAt('sent').state(), 'e', 'toString')).toEqual({ ok: false, error: 'unknown-kind' });
  });
});
