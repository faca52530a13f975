import { describe, expect, test } from 'vitest';
import { mayDo } from '#shared/domain/assist/may-do.ts';
import { requestFacts, story, storyAt } from './story.ts';

describe('rule 10: what only a newer version can read', () => {
  test('stops its chain there, the executor may go on, a later withdrawal applies', () => {
    const told = storyAt('registered');
    told.r('later-kind');
    const withdraw = told.r('withdraw');
    told.e('accept');
    expect(told.state()).toMatchObject({ phase: 'accepted', stopped: { r: { seq: 2, kind: 'later-kind' }, e: null } });
    told.apply(withdraw);
    expect(told.state()).toMatchObject({ phase: 'withdrawn', pending: [] });
    expect(told.events.r).toHaveLength(3);
  });

  test('in the order: the fold waits there and the requester may still withdraw', () => {
    const told = storyAt('registered');
    told.e('later-kind');
    told.e('accept');
    const state = told.state();
    expect(state).toMatchObject({ phase: 'registered', stopped: { e: { seq: 2 } }, heads: { e: { seq: 3 } } });
    expect(mayDo(state, 'r', 'supplement')).toEqual({ ok: false, error: 'not-understood' });
    expect(mayDo(state, 'r', 'withdraw').ok).toBe(true);
  });

  test('what cannot be read opens a closed request again, unless it was written knowing of the close', () => {
    const told = storyAt('closed');
    told.e('later-kind', {}, { seen: { seq: 1, id: 'r-1' as never } });
    expect(told.state()).toMatchObject({ phase: 'answered', review: [{ code: 'reopened', by: 'e-4' }] });
    const other = storyAt('closed');
    other.e('later-kind', {});
    expect(other.state()).toMatchObject({ phase: 'closed', stopped: { e: { seq: 4 } } });
  });

  test.each([{ kv: 2 }, { minReader: 2 }])('%j of a known kind counts as newer', (more) => {
    const told = storyAt('registered');
    told.e('accept', undefined, more);
    expect(told.state().stopped.e).toMatchObject({ kind: 'accept' });
  });

  test('a request of an unknown kind is known to be sent and can be withdrawn', () => {
    const told = story();
    told.r('request', { ...requestFacts, kind: 'ARB_LATER' });
    expect(told.state()).toMatchObject({ phase: 'sent', stopped: { r: { seq: 1 } } });
    told.apply(told.r('withdraw'));
    expect(told.state().phase).toBe('withdrawn');
  });
});
