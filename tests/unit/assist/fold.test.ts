import { describe, expect, test } from 'vitest';
import { foldRequest } from '#shared/domain/assist/fold.ts';
import { mayDo } from '#shared/domain/assist/may-do.ts';
import { storyAt } from './story.ts';

describe('a request from letter to close', () => {
  test('carries what a screen needs', () => {
    const told = storyAt('closed');
    const state = told.state();
    expect(state.opening).toMatchObject({ kind: 'ARB_INVESTIGATE', requester: 'sh-qingpu', executor: 'js-wujiang' });
    expect(state.items.map((item) => item.outcome)).toEqual(['done', 'unable']);
    expect(state).toMatchObject({
      storedOn: '2026-03-02',
      registeredOn: '2026-03-03',
      registerNo: 'R1',
      handlers: ['h1', 'h2'],
      agreed: '2026-03-23',
      promised: '2026-03-20',
      whoMustAct: 'nobody',
      closed: { by: 'r-2', head: { seq: 3, id: 'e-3' } },
      final: 'e-3',
    });
    expect(state.limit.map((one) => one.type)).toEqual(['START', 'STOP']);
    expect(state.covered).toEqual({ r: 1, e: 3 });
    expect(state.differences).toEqual([]);
  });

  test('an own command waits until the executor has put it in order', () => {
    const told = storyAt('registered');
    const withdraw = told.r('withdraw');
    expect(told.state()).toMatchObject({ phase: 'registered', pending: [{ id: withdraw.id, kind: 'withdraw' }] });
    expect(mayDo(told.state(), 'r', 'supplement')).toEqual({ ok: false, error: 'pending-command' });
    told.apply(withdraw);
    expect(told.state()).toMatchObject({ phase: 'withdrawn', pending: [] });
  });

  test('only a final result answers', () => {
    const told = storyAt('accepted');
    told.e('result', { final: false, items: [{ id: 'i1', outcome: 'done' }], number: null });
    expect(told.state()).toMatchObject({ phase: 'accepted', final: null });
    expect(told.state().items.map((item) => item.outcome)).toEqual(['done', null]);
    told.e('result', { final: true, items: [], number: null });
    expect(told.state().phase).toBe('answered');
    expect(told.state().review).toEqual([{ code: 'unanswered-items', by: 'e-4' }]);
  });

  test('an objection takes the work up again, a second result answers again', () => {
    const told = storyAt('answered');
    told.apply(told.r('object', { items: ['i2'] }));
    expect(told.state()).toMatchObject({ phase: 'accepted', final: null, whoMustAct: 'e' });
    expect(told.state().items.map((item) => item.outcome)).toEqual(['done', null]);
    told.e('result', { final: true, items: [{ id: 'i2', outcome: 'done' }], number: null });
    expect(told.state().phase).toBe('answered');
    expect(told.state().limit.map((one) => one.type)).toEqual(['START', 'STOP', 'RESTART', 'STOP']);
  });
});

describe('rule 3: outcomes are recomputed', () => {
  test('an outcome the rules do not give takes no effect and is flagged', () => {
    const told = storyAt('answered');
    told.apply(told.r('withdraw'), 'ok');
    expect(told.state()).toMatchObject({ phase: 'answered', pending: [] });
    expect(told.state().differences).toEqual([{ code: 'outcome-differs', by: 'e-4', side: 'e', kind: 'apply' }]);
    const other = storyAt('registered');
    other.apply(other.r('withdraw'), 'late');
    expect(other.state().phase).toBe('registered');
    expect(other.state().differences).toHaveLength(1);
  });

  test('a command is applied once', () => {
    const told = storyAt('accepted');
    const extend = told.e('extend');
    const answer = told.r('answer-extension', { extension: extend.id, agree: true, date: null });
    told.apply(answer);
    told.apply(answer);
    expect(told.state().differences).toMatchObject([{ code: 'applied-twice' }]);
    expect(told.state().order.at(-1)).toMatchObject({ effect: 'ignored' });
  });

  test('a command the requester lost counts by the order that embeds it', () => {
    const told = storyAt('registered');
    const withdraw = told.r('withdraw');
    told.apply(withdraw);
    const lost = foldRequest(told.events.r.slice(0, 1), told.events.e);
    expect(lost.phase).toBe('withdrawn');
    const other = { ...told.r('note'), seq: 2 };
    const forked = foldRequest([...told.events.r.slice(0, 1), other], told.events.e);
    expect(forked.differences.map((one) => one.code)).toEqual(['no-command', 'wrong-head']);
  });
});

describe('rule 4: withdrawing and closing', () => {
  test('a late withdrawal is recorded and both are told', () => {
    const told = storyAt('answered');
    told.apply(told.r('withdraw'));
    expect(told.state().phase).toBe('answered');
    expect(told.state().order.at(-1)).toMatchObject({ outcome: 'late', reason: 'answered', effect: 'noted' });
    expect(told.state().review).toEqual([{ code: 'late-command', by: 'e-4' }]);
  });

  test('a close does not count while an own command is pending', () => {
    const told = storyAt('answered');
    told.r('object', { items: [] });
    expect(mayDo(told.state(), 'r', 'close')).toEqual({ ok: false, error: 'pending-command' });
    told.close();
    expect(told.state().phase).toBe('answered');
    expect(told.state().differences).toMatchObject([{ code: 'does-not-fit', kind: 'close' }]);
  });

  test.each(['correct', 'note', 'opened'])('%s behind the closed head leaves it closed', (kind) => {
    const told = storyAt('answered');
    const seen = { seq: 1, id: 'r-1' as never };
    told.close();
    told.e(kind, kind === 'correct' ? { entry: 'e-3' } : { upTo: { seq: 1, id: 'r-1' } }, { seen });
    expect(told.state().phase).toBe('closed');
    expect(told.state().review).toEqual(kind === 'correct' ? [{ code: 'corrected', by: 'e-4' }] : []);
  });

  test('another entry written before the close was known opens it again, and both are told', () => {
    const told = storyAt('answered');
    told.close();
    told.e('originals', { move: 'out', ids: ['p1'], carrierNo: null }, { seen: { seq: 1, id: 'r-1' as never } });
    expect(told.state()).toMatchObject({ phase: 'answered', whoMustAct: 'r', closed: null });
    expect(told.state().review).toEqual([{ code: 'reopened', by: 'e-4' }]);
    told.close();
    expect(told.state().phase).toBe('closed');
  });

  test('papers that come back after the close, and late commands, leave it closed', () => {
    const told = storyAt('closed');
    told.e('originals', { move: 'back', ids: ['p1'], carrierNo: 'EMS1' });
    told.apply(told.r('object', { items: [] }));
    expect(told.state()).toMatchObject({ phase: 'closed' });
    expect(told.state().order.at(-1)).toMatchObject({ outcome: 'late', reason: 'closed' });
    expect(told.state().originals).toMatchObject([{ id: 'p1', out: null, back: { side: 'e', carrierNo: 'EMS1' } }]);
  });

  test('a close that names another head is no close', () => {
    const told = storyAt('answered');
    told.r('close', { head: { seq: 3, id: 'e-2' } });
    expect(told.state().phase).toBe('answered');
    expect(told.state().differences).toMatchObject([{ code: 'wrong-head' }]);
  });

  test('a refusal can be closed, or answered by a supplement', () => {
    const told = storyAt('refused');
    told.close();
    expect(told.state().phase).toBe('closed');
    const other = storyAt('refused');
    other.apply(other.r('supplement'));
    expect(other.state()).toMatchObject({ phase: 'registered', refused: null });
  });
});

describe('rule 6: dates', () => {
  test('the promised date moves at once, the agreed date on the yes', () => {
    const told = storyAt('accepted');
    const extend = told.e('extend');
    expect(told.state()).toMatchObject({ promised: '2026-04-01', agreed: '2026-03-23' });
    told.apply(told.r('answer-extension', { extension: extend.id, agree: true, date: null }));
    expect(told.state()).toMatchObject({ agreed: '2026-04-03', extensions: [{ answer: 'agreed' }] });
  });

  test('a no leaves the agreed date, a yes may name another', () => {
    const told = storyAt('accepted');
    told.apply(told.r('answer-extension', { extension: told.e('extend').id, agree: false, date: null }));
    expect(told.state()).toMatchObject({
      agreed: '2026-03-23',
      promised: '2026-04-01',
      extensions: [{ answer: 'declined' }],
    });
    told.apply(told.r('answer-extension', { extension: told.e('extend').id, agree: true, date: '2026-03-30' }));
    expect(told.state().agreed).toBe('2026-03-30');
  });

  test('an answer to an extension no longer open is late, to an unknown one it does not fit', () => {
    const told = storyAt('accepted');
    const first = told.e('extend');
    told.e('extend');
    told.apply(told.r('answer-extension', { extension: first.id, agree: true, date: null }));
    expect(told.state().order.at(-1)).toMatchObject({ outcome: 'late', reason: 'extension-over' });
    told.apply(told.r('answer-extension', { extension: 'e-99', agree: true, date: null }));
    expect(told.state().order.at(-1)).toMatchObject({ outcome: 'void', reason: 'no-such-extension' });
    expect(told.state().agreed).toBe('2026-03-23');
    const answer = told.r('answer-extension', { extension: told.events.e[3]?.id ?? '', agree: true, date: null });
    told.e('result');
    told.apply(answer);
    expect(told.state().order.at(-1)).toMatchObject({ outcome: 'late' });
  });

  test('a return stops the limit, the supplement that answers every defect starts it anew', () => {
    const told = storyAt('returned');
    told.apply(told.r('supplement', { answers: ['d1'], items: [] }));
    expect(told.state()).toMatchObject({ phase: 'returned', returned: { defects: [{ id: 'd1' }, { id: 'd2' }] } });
    expect(told.state().order.at(-1)).toMatchObject({ outcome: 'void', reason: 'defects-open' });
    told.apply(told.r('supplement', { answers: ['d2', 'd1'], items: [{ id: 'i3', kind: 'registry' }] }));
    expect(told.state()).toMatchObject({ phase: 'registered', returned: null });
    expect(told.state().items.map((item) => item.id)).toEqual(['i1', 'i2', 'i3']);
    expect(told.state().limit.map((one) => one.type)).toEqual(['START', 'STOP', 'RESTART']);
  });

  test.each(['sent', 'registered', 'accepted'] as const)(
    'in %s a supplement adds material and changes no state',
    (phase) => {
      const told = storyAt(phase);
      told.apply(told.r('supplement', { answers: [], items: [{ id: 'i3', kind: 'registry' }] }));
      expect(told.state().phase).toBe(phase);
      expect(told.state().items).toHaveLength(3);
      expect(told.state().order.at(-1)).toMatchObject({ outcome: 'ok' });
    },
  );

  test('suspending and resuming are inputs of the limit and do not repeat', () => {
    const told = storyAt('accepted');
    told.e('suspend');
    expect(mayDo(told.state(), 'e', 'suspend')).toEqual({ ok: false, error: 'already-suspended' });
    told.e('suspend');
    told.e('resume');
    expect(told.state().limit.map((one) => one.type)).toEqual(['START', 'SUSPEND', 'RESUME']);
    expect(told.state().differences).toMatchObject([{ code: 'does-not-fit', kind: 'suspend' }]);
  });

  test('papers out for service can be replaced while they are out', () => {
    const told = storyAt('accepted');
    told.apply(told.r('replace', { paper: 'notice-1' }));
    told.apply(told.r('replace', { paper: 'other' }));
    expect(told.state().order.slice(-2)).toMatchObject([
      { outcome: 'ok' },
      { outcome: 'void', reason: 'no-such-paper' },
    ]);
  });
});

describe('what changes no state', () => {
  test('opened, pen and originals are kept', () => {
    const told = storyAt('accepted');
    told.e('opened', { upTo: { seq: 1, id: 'r-1' } });
    told.r('opened', { upTo: { seq: 2, id: 'e-2' } });
    told.e('pen', { to: 'f'.repeat(32), number: 2 });
    told.e('originals', { move: 'out', ids: ['p1'], carrierNo: 'EMS7' });
    const state = told.state();
    expect(state.phase).toBe('accepted');
    expect(state.opened).toMatchObject({ r: { upTo: 1 }, e: { upTo: 2 } });
    expect(state.pens.e).toEqual({ device: 'f'.repeat(32), number: 2 });
    expect(state.originals).toMatchObject([{ id: 'p1', out: { carrierNo: 'EMS7' }, back: null }]);
  });

  test('an acceptance without two different handlers does not count', () => {
    for (const handlers of [['h1'], ['h1', 'h1'], 'h1']) {
      const told = storyAt('registered');
      told.e('accept', { handlers, promised: '2026-03-20' });
      expect(told.state().phase).toBe('registered');
      expect(told.state().differences).toMatchObject([{ code: 'malformed' }]);
    }
  });
});
