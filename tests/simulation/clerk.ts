import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { OfficeId, RequestId } from '#shared/base/ids.ts';
import { addDays, type LocalDate, localDate } from '#shared/base/local-date.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import { commands, executorActs, ownActs } from '#shared/domain/assist/life.ts';
import { mayDo } from '#shared/domain/assist/may-do.ts';
import type { RequestState } from '#shared/domain/assist/state.ts';
import { ourSide } from '#shared/protocol/apply-command.ts';
import { makeBody } from '#shared/protocol/body.ts';
import { nextStamp } from '#shared/protocol/hybrid-clock.ts';
import { emptySlice, eventsOf, type RequestSlice } from '#shared/protocol/slice.ts';
import { writeRequestEntry } from '#shared/protocol/write-request-entry.ts';
import { writes } from './older-rules.ts';
import { perform } from './run-step.ts';
import type { SeededRandom } from './seeded-random.ts';
import { type Around, momentOf, otherOf, type SimOffice } from './sim-office.ts';

const executorKinds = Object.keys(executorActs).filter((kind) => kind !== 'apply' && kind !== 'pen');
const requesterKinds = [...Object.keys(commands), ...Object.keys(ownActs)].filter(
  (kind) => kind !== 'request' && kind !== 'pen',
);
/** Acts that move a request on; the others would otherwise drown them. */
const moving = ['register', 'accept', 'result', 'close', 'supplement', 'withdraw', 'object'];

function someDate(random: SeededRandom): LocalDate {
  return addDays(localDate('2026-03-02'), random.below(60));
}

function someItems(state: RequestState, random: SeededRandom): JsonObject[] {
  const told = state.items.filter(() => random.chance(0.9));
  return told.map((item) => ({ id: item.id, outcome: random.pick(['done', 'partly', 'unable']) }));
}

type Facts = (state: RequestState, random: SeededRandom) => JsonObject;

const facts: Readonly<Record<string, Facts>> = {
  supplement: (state, random) => ({
    answers: state.returned?.defects.filter(() => random.chance(0.9)).map((defect) => defect.id) ?? [],
    items: random.chance(0.2) ? [{ id: `extra-${random.below(3)}`, kind: 'documents' }] : [],
  }),
  replace: () => ({ paper: 'notice-1' }),
  'answer-extension': (state, random) => ({
    extension: random.pick([state.extensions.at(-1)?.id ?? 'none', state.extensions[0]?.id ?? 'none']),
    agree: random.chance(0.6),
    date: random.chance(0.3) ? someDate(random) : null,
  }),
  object: (state, random) => ({ items: state.items.filter(() => random.chance(0.5)).map((item) => item.id) }),
  close: (state) => ({ head: state.heads.e === null ? { seq: 1, id: 'none' } : { ...state.heads.e } }),
  register: (_state, random) => ({ stored: someDate(random), number: `R${random.below(100)}` }),
  return: (_state, random) => ({ ground: 'UNCLEAR_ITEMS', defects: random.chance(0.5) ? ['d1', 'd2'] : ['d1'] }),
  accept: (_state, random) => ({ handlers: ['h1', 'h2'], promised: someDate(random) }),
  refuse: () => ({ ground: 'NOT_IN_AREA' }),
  assign: (_state, random) => ({ handlers: ['h1', `h${2 + random.below(3)}`] }),
  extend: (_state, random) => ({ until: someDate(random), asked: someDate(random) }),
  forward: (state, random) => ({ child: random.hex(32), items: [state.items[0]?.id ?? 'i1'] }),
  result: (state, random) => ({ final: random.chance(0.7), items: someItems(state, random), number: null }),
  correct: (state) => ({ entry: state.results.at(-1)?.id ?? 'none' }),
  originals: (_state, random) => ({
    move: random.pick(['out', 'back']),
    ids: [`p${random.below(3)}`],
    carrierNo: null,
  }),
};

function openedFacts(state: RequestState, side: Side): JsonObject | undefined {
  const upTo = state.heads[side === 'r' ? 'e' : 'r'];
  return upTo ? { upTo: { ...upTo } } : undefined;
}

type Said = { readonly kind: string; readonly facts: JsonObject };

function say(
  office: SimOffice,
  partner: OfficeId,
  slice: RequestSlice,
  side: Side,
  { kind, facts }: Said,
  around: Around,
): void {
  const { ports, store } = office;
  const moment = momentOf(office, around);
  const at = nextStamp(store.stamp, moment.nowMs);
  const content = { text: `made up ${kind}` };
  const body = around.random.chance(0.5) ? makeBody(content, around.random.bytes(16), ports.hashing) : null;
  const saying = { kind, facts, body, files: [], actor: ports.self.actor, on: moment.on, at };
  const entry = writeRequestEntry(slice, side, saying, ports.self, ports);
  around.note(`${office.office} writes ${kind} in request ${slice.request.slice(0, 8)}`);
  perform(office, partner, { type: 'appended', entries: [entry.id] }, around, { appended: [entry], stamp: at });
}

/** A new request of this office to a partner. */
export function openRequest(office: SimOffice, executor: SimOffice, around: Around): void {
  const { random } = around;
  const id = `0192${random.hex(4)}-${random.hex(4)}-7${random.hex(3)}-8${random.hex(3)}-${random.hex(12)}` as RequestId;
  const said = {
    kind: random.pick(['ARB_INVESTIGATE', 'LSI_ASSIST']),
    to: executor.office,
    urgency: 'normal',
    items: [
      { id: 'i1', kind: 'inquiry' },
      { id: 'i2', kind: 'documents' },
    ],
    agreed: someDate(random),
    number: null,
    card: random.hex(64),
    intake: executor.device,
    papers: random.chance(0.3) ? ['notice-1'] : [],
  };
  say(office, executor.office, emptySlice(id), 'r', { kind: 'request', facts: said }, around);
}

/** What the office's own screen would offer on a request, the later acts of its program included. */
function choose(office: SimOffice, state: RequestState, side: Side, around: Around): Said | undefined {
  const { random, later } = around;
  const kinds = (side === 'r' ? requesterKinds : executorKinds).filter((kind) => writes(office.ports.rules, kind));
  const offered = kinds.filter((kind) => mayDo(state, side, kind).ok);
  const wanted = offered.filter((kind) => moving.includes(kind));
  const from = wanted.length > 0 && random.chance(0.6) ? wanted : offered;
  // Now and then an office runs a newer version and writes what neither can fold yet.
  const kind = random.chance(later) ? 'later-kind' : from[random.below(from.length)];
  if (kind === undefined) return undefined;
  const said = kind === 'opened' ? openedFacts(state, side) : (facts[kind]?.(state, random) ?? {});
  return said && { kind, facts: said };
}

/** An act on one of the office's requests that its own screen would offer now. Nothing when none is possible. */
export function actOnSomething(office: SimOffice, around: Around): void {
  const slices = [...office.store.slices.values()];
  const slice = slices[around.random.below(slices.length)];
  const side = slice ? ourSide(slice, office.office) : undefined;
  const partner = slice && otherOf(slice, office.office);
  if (!slice || !side || !partner) return;
  const events = eventsOf(slice, office.ports.hashing);
  const said = choose(office, office.ports.rules.fold(events.r, events.e), side, around);
  if (said) say(office, partner, slice, side, said, around);
}
