import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import type { AssistEvent, Side } from '#shared/domain/assist/event.ts';
import { foldRequest } from '#shared/domain/assist/fold.ts';
import { commands, executorActs, ownActs } from '#shared/domain/assist/life.ts';
import { mayDo } from '#shared/domain/assist/may-do.ts';
import { outcomeOf } from '#shared/domain/assist/outcome.ts';
import { story, storyAt } from './story.ts';

const kinds = [
  ...new Set([...Object.keys(commands), ...Object.keys(executorActs), ...Object.keys(ownActs), 'x', '__proto__']),
];
const leaf = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('i1', 'e-1', 'r-1', '2026-03-05'),
);
const keys = fc.constantFrom(
  'items',
  'answers',
  'extension',
  'agree',
  'date',
  'head',
  'stored',
  'number',
  'defects',
  'handlers',
  'promised',
  'final',
  'command',
  'outcome',
  'upTo',
  'to',
  'kind',
  '__proto__',
  'ids',
  'move',
);
const facts = fc.dictionary(
  keys,
  fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(fc.constantFrom('seq', 'id'), leaf)),
);

const usualOrJunk = fc.record({
  kind: fc.constantFrom(...kinds),
  junk: fc.option(facts),
  seen: fc.nat(6),
  kv: fc.constantFrom(1, 1, 1, 2),
});

type Wild = { readonly kind: string; readonly junk: JsonObject | null; readonly seen: number; readonly kv: number };

function wild(r: readonly Wild[], e: readonly Wild[]): { readonly r: AssistEvent[]; readonly e: AssistEvent[] } {
  const told = story();
  const add = (side: Side, one: Wild): void => {
    const seen = one.seen === 0 ? null : { seq: one.seen, id: `${side === 'r' ? 'e' : 'r'}-${one.seen}` as never };
    const write = side === 'r' ? told.r : told.e;
    const event = write(one.kind, one.junk ?? undefined, { seen, kv: one.kv, on: '2026-03-02' });
    const command = told.events.r[one.seen];
    if (side === 'e' && event.kind === 'apply' && command) told.events.e[event.seq - 1] = { ...event, command };
  };
  told.r('request');
  for (const one of r) add('r', one);
  for (const one of e) add('e', one);
  return told.events;
}

const both = fc.tuple(fc.array(usualOrJunk, { maxLength: 12 }), fc.array(usualOrJunk, { maxLength: 12 }));

describe('whatever a partner writes', () => {
  test('the fold gives a state that can be written and sent to a screen', () => {
    fc.assert(
      fc.property(both, ([r, e]) => {
        const events = wild(r as Wild[], e as Wild[]);
        const state = foldRequest(events.r, events.e);
        expect(canonicalJson(state as unknown as JsonObject)).toBe(
          canonicalJson(foldRequest(events.r, events.e) as unknown as JsonObject),
        );
        expect(structuredClone(state)).toEqual(state);
        for (const kind of kinds) mayDo(state, 'r', kind);
        for (const event of [...events.r, ...events.e])
          expect(['ok', 'late', 'void']).toContain(outcomeOf(state, event).outcome);
      }),
      { numRuns: 500 },
    );
  });

  test('every readable entry of the order stands in the order, none is dropped', () => {
    fc.assert(
      fc.property(both, ([r, e]) => {
        const events = wild(r as Wild[], e as Wild[]);
        const state = foldRequest(events.r, events.e);
        const until = state.stopped.e ? state.stopped.e.seq - 1 : events.e.length;
        expect(state.order.map((line) => line.seq)).toEqual(Array.from({ length: until }, (_, i) => i + 1));
        expect(state.heads.e?.seq ?? 0).toBe(events.e.length);
      }),
    );
  });

  test('what the tables offer never shows as a difference', () => {
    const step = fc.record({ side: fc.constantFrom<Side>('r', 'e'), kind: fc.constantFrom(...kinds) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const told = storyAt('sent');
        for (const { side, kind } of steps) {
          if (kind === 'apply' || kind === 'close' || kind === 'pen' || !mayDo(told.state(), side, kind).ok) continue;
          const upTo = told.state().heads[side === 'r' ? 'e' : 'r'];
          if (kind === 'opened' && upTo === null) continue;
          const open = told.state().extensions.at(-1)?.id ?? 'none';
          const own = {
            'answer-extension': { extension: open, agree: true, date: null },
            replace: { paper: 'notice-1' },
            forward: { child: 'c', items: ['i1'] },
            originals: { move: 'out', ids: ['p'], carrierNo: null },
            opened: { upTo },
          };
          const event = (side === 'r' ? told.r : told.e)(kind, (own as Readonly<Record<string, JsonObject>>)[kind], {
            on: '2026-03-02',
          });
          if (side === 'r' && Object.hasOwn(commands, kind)) told.apply(event);
        }
        expect(told.state().differences).toEqual([]);
        expect(told.state().pending).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('a phase is left only by the order or by a close', () => {
    fc.assert(
      fc.property(both, ([r, e]) => {
        const events = wild(r as Wild[], e as Wild[]);
        const state = foldRequest(events.r, events.e);
        const last = state.order.at(-1)?.phaseAfter ?? 'sent';
        expect(state.phase).toBe(state.closed ? 'closed' : last);
      }),
    );
  });
});
