import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import { author, newDesk, write } from './desk.ts';

const [asks, does] = [author('sh-qingpu', 'one'), author('js-wujiang', 'in')];
const opening: JsonObject = {
  ...{ kind: 'ARB_INVESTIGATE', to: does.office, urgency: 'normal', items: [{ id: 'i1', kind: 'inquiry' }] },
  ...{ papers: [], agreed: '2026-03-23', number: null, card: 'c'.repeat(64), intake: does.device },
};

/** The executor's desk with the opening, then one entry of a kind that no program here knows. */
function withNewer() {
  const desk = newDesk(does, asks.office, [asks]);
  desk.take(write(desk.slice(), 'r', asks, 'request', opening));
  desk.take(write(desk.slice(), 'r', asks, 'new-kind', { more: { than: 'known' } }));
  return desk;
}

describe('rule 10: an entry of a kind only a newer program knows', () => {
  test('is stored in its chain as it is and rejects nothing behind it', () => {
    const desk = withNewer();
    desk.take(write(desk.slice(), 'r', asks, 'note', {}));
    expect(desk.kinds('r')).toEqual(['request', 'new-kind', 'note']);
    expect(desk.beside('r')).toEqual([]);
    expect(desk.slice().r.entries[1]?.parsed.facts).toEqual({ more: { than: 'known' } });
    expect(desk.state().stopped.r).toMatchObject({ kind: 'new-kind', seq: 2 });
  });

  test('lets commands behind it wait for an update, but a withdrawal applies', () => {
    const desk = withNewer();
    desk.take(write(desk.slice(), 'r', asks, 'supplement', { answers: [], items: [] }));
    expect(desk.kinds('e')).toEqual([]);
    desk.take(write(desk.slice(), 'r', asks, 'withdraw', {}));
    expect(desk.kinds('e')).toEqual(['apply']);
    expect(desk.state().phase).toBe('withdrawn');
  });
});
