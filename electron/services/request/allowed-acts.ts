import type { PaperRow } from '#electron/store/tables/papers.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import type { AssistKind } from '#shared/domain/assist/facts.ts';
import { mayDo } from '#shared/domain/assist/may-do.ts';
import type { RequestState } from '#shared/domain/assist/state.ts';
import type { PaperPerson } from '#shared/domain/paper/approval.ts';
import { type PaperRules, paperOffers } from '#shared/domain/paper/standing.ts';

/** An act a person may be offered. */
export type RequestAct = CallOutput<'request.get'>['may'][number];

const acts: readonly (readonly [RequestAct, Side | 'both', AssistKind])[] = [
  ['supplement', 'r', 'supplement'],
  ['withdraw', 'r', 'withdraw'],
  ['answerExtension', 'r', 'answer-extension'],
  ['object', 'r', 'object'],
  ['close', 'r', 'close'],
  ['urge', 'r', 'urge'],
  ['register', 'e', 'register'],
  ['return', 'e', 'return'],
  ['accept', 'e', 'accept'],
  ['refuse', 'e', 'refuse'],
  ['assign', 'e', 'assign'],
  ['progress', 'e', 'progress'],
  ['extend', 'e', 'extend'],
  ['suspend', 'e', 'suspend'],
  ['resume', 'e', 'resume'],
  ['reply', 'e', 'result'],
  ['correct', 'e', 'correct'],
  ['stopReport', 'e', 'stop-report'],
  ['originals', 'both', 'originals'],
  ['note', 'both', 'note'],
];

/** Acts on the request itself, by the table the services ask too. */
export function requestActs(state: RequestState, side: Side): readonly RequestAct[] {
  const fits = ([act, of, kind]: (typeof acts)[number]): boolean =>
    (of === 'both' || of === side) && mayDo(state, side, kind).ok && (act !== 'correct' || state.results.length > 0);
  return acts.filter(fits).map(([act]) => act);
}

/** Acts on the letter on its way through the office that this person may do now. */
export function paperActs(paper: PaperRow, person: PaperPerson, rules: PaperRules): readonly RequestAct[] {
  return paperOffers(paper, person, rules);
}
