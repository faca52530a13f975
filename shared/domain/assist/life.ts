import type { Side } from './event.ts';
import { type AssistKind, isAssistKind } from './facts.ts';
import type { Phase } from './phase.ts';

/** An act of the executor: in which states it fits, and the state it leads to (null: it changes none). */
export type ExecutorAct = { readonly from: readonly Phase[]; readonly to: Phase | null };

/**
 * A command of the requester: where it takes effect and where it comes too late; elsewhere it does not fit. `to` names the
 * state it leads to from a state, when it changes it.
 */
export type Command = {
  readonly ok: readonly Phase[];
  readonly late: readonly Phase[];
  readonly to: Readonly<Partial<Record<Phase, Phase>>>;
};

const working: readonly Phase[] = ['registered', 'accepted'];
const open: readonly Phase[] = ['sent', 'registered', 'returned', 'accepted'];
const begun: readonly Phase[] = [...open, 'answered', 'refused', 'withdrawn', 'closed'];

/** What the executor may write, and when. `result` leads to its state only when it is final. */
export const executorActs = {
  register: { from: ['sent'], to: 'registered' },
  return: { from: ['registered'], to: 'returned' },
  accept: { from: ['registered'], to: 'accepted' },
  refuse: { from: ['sent', 'registered'], to: 'refused' },
  assign: { from: working, to: null },
  progress: { from: working, to: null },
  extend: { from: ['accepted'], to: null },
  forward: { from: ['accepted'], to: null },
  suspend: { from: working, to: null },
  resume: { from: working, to: null },
  result: { from: ['accepted'], to: 'answered' },
  correct: { from: ['accepted', 'answered', 'closed'], to: null },
  'stop-report': { from: ['withdrawn'], to: null },
  opened: { from: begun, to: null },
  note: { from: begun, to: null },
  originals: { from: begun, to: null },
  pen: { from: begun, to: null },
  apply: { from: begun, to: null },
} as const satisfies Readonly<Partial<Record<AssistKind, ExecutorAct>>>;

/** Commands the executor's device puts in order with an `apply`. */
export const commands = {
  supplement: {
    ok: [...open, 'refused'],
    late: ['answered', 'withdrawn', 'closed'],
    to: { returned: 'registered', refused: 'registered' },
  },
  replace: { ok: open, late: ['answered', 'withdrawn', 'closed'], to: {} },
  withdraw: {
    ok: open,
    late: ['answered', 'withdrawn', 'closed'],
    to: { sent: 'withdrawn', registered: 'withdrawn', returned: 'withdrawn', accepted: 'withdrawn' },
  },
  'answer-extension': {
    ok: ['accepted'],
    late: ['registered', 'returned', 'answered', 'refused', 'withdrawn', 'closed'],
    to: {},
  },
  object: { ok: ['answered'], late: ['withdrawn', 'closed'], to: { answered: 'accepted' } },
} as const satisfies Readonly<Partial<Record<AssistKind, Command>>>;

/** What the requester writes for itself, without the executor's order: where each fits. */
export const ownActs = {
  request: ['none'],
  close: ['answered', 'refused'],
  urge: open,
  opened: begun,
  note: begun,
  originals: begun,
  pen: begun,
} as const satisfies Readonly<Partial<Record<AssistKind, readonly Phase[]>>>;

/** Kinds that wait for the executor's `apply`. */
export type CommandKind = keyof typeof commands;
/** Kinds of the executor's chain. */
export type ExecutorKind = keyof typeof executorActs;
/** Kinds of the requester's chain that need no `apply`. */
export type OwnKind = keyof typeof ownActs;

/** True for a kind that waits for the executor's `apply`. */
export function isCommand(kind: string): kind is CommandKind {
  return Object.hasOwn(commands, kind);
}

/** True for a kind of the executor's chain. */
export function isExecutorKind(kind: string): kind is ExecutorKind {
  return Object.hasOwn(executorActs, kind);
}

/** True for a kind of the requester's chain that needs no `apply`. */
export function isOwnKind(kind: string): kind is OwnKind {
  return Object.hasOwn(ownActs, kind);
}

/** True when `kind` may stand in that side's chain. */
export function belongsTo(side: Side, kind: string): boolean {
  return isAssistKind(kind) && (side === 'e' ? isExecutorKind(kind) : isCommand(kind) || isOwnKind(kind));
}
