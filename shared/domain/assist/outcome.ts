import type { AssistEvent, Outcome } from './event.ts';
import { type AssistFacts, readFacts } from './facts.ts';
import { type Command, type CommandKind, commands, isCommand } from './life.ts';
import type { Phase } from './phase.ts';
import type { RequestState } from './state.ts';
import { understands } from './understand.ts';

/** Why a command came too late or does not fit. */
export type OutcomeReason =
  | 'answered'
  | 'withdrawn'
  | 'closed'
  | 'refused'
  | 'extension-over'
  | 'no-such-extension'
  | 'defects-open'
  | 'no-such-paper'
  | 'not-in-this-state'
  | 'malformed'
  | 'not-understood';

/** What becomes of a command. */
export type Ruling = { readonly outcome: Outcome; readonly reason: OutcomeReason | null };

/** The part of a request's state a ruling looks at. */
export type Standing = Pick<RequestState, 'phase' | 'extensions' | 'returned' | 'papers'>;

const takesEffect: Ruling = { outcome: 'ok', reason: null };
const late = (reason: OutcomeReason): Ruling => ({ outcome: 'late', reason });
const doesNotFit = (reason: OutcomeReason): Ruling => ({ outcome: 'void', reason });

const endings: Readonly<Partial<Record<Phase, OutcomeReason>>> = {
  answered: 'answered',
  withdrawn: 'withdrawn',
  closed: 'closed',
  refused: 'refused',
};

function onExtension(state: Standing, said: AssistFacts['answer-extension']): Ruling {
  const extension = state.extensions.find((one) => one.id === said.extension);
  if (!extension) return doesNotFit('no-such-extension');
  if (extension.answer !== 'open') return late('extension-over');
  return takesEffect;
}

function onSupplement(state: Standing, said: AssistFacts['supplement']): Ruling {
  if (state.phase !== 'returned') return takesEffect;
  const unanswered = state.returned?.defects.some((defect) => !said.answers.includes(defect.id));
  return unanswered ? doesNotFit('defects-open') : takesEffect;
}

function onFacts(state: Standing, kind: CommandKind, command: AssistEvent): Ruling {
  const facts = readFacts(kind, command.facts);
  if (!facts) return doesNotFit('malformed');
  if (kind === 'supplement') return onSupplement(state, facts as AssistFacts['supplement']);
  if (kind === 'answer-extension') return onExtension(state, facts as AssistFacts['answer-extension']);
  if (kind !== 'replace') return takesEffect;
  return state.papers.includes((facts as AssistFacts['replace']).paper) ? takesEffect : doesNotFit('no-such-paper');
}

/**
 * What becomes of a requester's command that reaches the executor in this state. The executor's device writes it down as
 * `apply`; the requester computes it again from the same facts and flags a difference. Total: any command gets a ruling.
 */
export function outcomeOf(state: Standing, command: AssistEvent): Ruling {
  if (!understands(command)) return doesNotFit('not-understood');
  if (command.side !== 'r' || !isCommand(command.kind)) return doesNotFit('malformed');
  const rule: Command = commands[command.kind];
  const ruling = onFacts(state, command.kind, command);
  if (ruling.reason === 'malformed' || ruling.reason === 'no-such-extension') return ruling;
  if (rule.late.includes(state.phase)) return late(endings[state.phase] ?? 'extension-over');
  if (!rule.ok.includes(state.phase)) return doesNotFit(endings[state.phase] ?? 'not-in-this-state');
  return ruling;
}
