import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { DeviceId, EntryId, OfficeId, UserId } from '#shared/base/ids.ts';
import type { AssistEvent, Side } from '#shared/domain/assist/event.ts';
import { foldRequest } from '#shared/domain/assist/fold.ts';
import { outcomeOf } from '#shared/domain/assist/outcome.ts';
import type { RequestState } from '#shared/domain/assist/state.ts';

/** Facts of a made-up request that a test may change. */
export const requestFacts: JsonObject = {
  kind: 'ARB_INVESTIGATE',
  to: 'js-wujiang',
  urgency: 'normal',
  items: [
    { id: 'i1', kind: 'inquiry' },
    { id: 'i2', kind: 'documents' },
  ],
  agreed: '2026-03-23',
  number: null,
  card: 'c'.repeat(64),
  intake: 'e'.repeat(32),
  papers: ['notice-1'],
};

const usual: Readonly<Record<string, JsonObject>> = {
  request: requestFacts,
  supplement: { answers: [], items: [] },
  object: { items: [] },
  register: { stored: '2026-03-02', number: 'R1' },
  return: { ground: 'UNCLEAR_ITEMS', defects: ['d1', 'd2'] },
  accept: { handlers: ['h1', 'h2'], promised: '2026-03-20' },
  refuse: { ground: 'NOT_IN_AREA' },
  assign: { handlers: ['h1', 'h3'] },
  extend: { until: '2026-04-01', asked: '2026-04-03' },
  result: { final: true, items: [], number: null },
  correct: { entry: 'e-1' },
};

/** Both chains of a request told step by step; `r` and `e` write with what each side has seen. */
export type Story = {
  readonly r: (kind: string, facts?: JsonObject, more?: Partial<AssistEvent>) => AssistEvent;
  readonly e: (kind: string, facts?: JsonObject, more?: Partial<AssistEvent>) => AssistEvent;
  /** The executor's device puts a command in order, with the outcome the rules give or another. */
  readonly apply: (command: AssistEvent, outcome?: string) => AssistEvent;
  readonly close: (more?: Partial<AssistEvent>) => AssistEvent;
  readonly state: () => RequestState;
  readonly events: { readonly r: AssistEvent[]; readonly e: AssistEvent[] };
};

/** An empty story. Days pass by one with each entry, from 2026-03-02. */
export function story(): Story {
  const events: { readonly r: AssistEvent[]; readonly e: AssistEvent[] } = { r: [], e: [] };
  let day = 2;
  const write = (side: Side, kind: string, facts: JsonObject, more: Partial<AssistEvent>): AssistEvent => {
    const own = events[side];
    const other = events[side === 'r' ? 'e' : 'r'].at(-1);
    const event: AssistEvent = {
      id: `${side}-${own.length + 1}` as EntryId,
      side,
      seq: own.length + 1,
      kind,
      kv: 1,
      minReader: 1,
      office: (side === 'r' ? 'sh-qingpu' : 'js-wujiang') as OfficeId,
      device: (side === 'r' ? 'd' : 'e').repeat(32) as DeviceId,
      pen: 1,
      actor: 'u1' as UserId,
      on: `2026-03-${String(day++).padStart(2, '0')}`,
      at: '000000000000001-0000',
      seen: other ? { seq: other.seq, id: other.id } : null,
      facts,
      body: undefined,
      files: [],
      ...more,
    };
    own.push(event);
    return event;
  };
  const state = (): RequestState => foldRequest(events.r, events.e);
  const told: Story = {
    r: (kind, facts = usual[kind] ?? {}, more = {}) => write('r', kind, facts, more),
    e: (kind, facts = usual[kind] ?? {}, more = {}) => write('e', kind, facts, more),
    apply: (command, outcome) => {
      const before = foldRequest(events.r.slice(0, command.seq), events.e);
      const ruling = outcomeOf(before, command);
      const said = {
        command: { header: `{${command.id}}`, signature: 'x' },
        outcome: outcome ?? ruling.outcome,
        reason: ruling.reason,
      };
      return write('e', 'apply', said, { command });
    },
    close: (more = {}) => {
      const head = state().heads.e;
      return write('r', 'close', { head: head ? { ...head } : { seq: 1, id: 'none' } }, more);
    },
    state,
    events,
  };
  return told;
}

/** A story that has come to a state by its shortest way. */
export function storyAt(phase: RequestState['phase']): Story {
  const told = story();
  if (phase === 'none') return told;
  told.r('request');
  if (phase === 'sent') return told;
  if (phase === 'withdrawn') {
    told.apply(told.r('withdraw'));
    return told;
  }
  told.e('register');
  if (phase === 'returned') told.e('return');
  if (phase === 'refused') told.e('refuse');
  if (!['accepted', 'answered', 'closed'].includes(phase)) return told;
  told.e('accept');
  if (phase !== 'accepted')
    told.e('result', {
      final: true,
      items: [
        { id: 'i1', outcome: 'done' },
        { id: 'i2', outcome: 'unable' },
      ],
      number: null,
    });
  if (phase === 'closed') told.close();
  return told;
}
