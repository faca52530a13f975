import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { ReplyLetter } from '#shared/contract/letter.ts';
import { requestKind } from '#shared/domain/assist/kinds/request-kinds.ts';
import type { RequestState } from '#shared/domain/assist/state.ts';
import { badField } from './refusals.ts';

function checkItem(reply: ReplyLetter, index: number, state: RequestState, attempts: number): Result<void, Failure> {
  const item = reply.items[index];
  const field = `reply.items.${index}`;
  if (!item || !state.items.some((asked) => asked.id === item.item))
    return err(badField('request.no-such-item', field));
  if (reply.items.findIndex((other) => other.item === item.item) !== index)
    return err(badField('request.item-twice', field));
  if (item.outcome === 'unable' && item.attempts.length < attempts) {
    return err({ ...badField('reply.attempts-missing', `${field}.attempts`), facts: { needed: attempts } });
  }
  if (item.outcome !== 'done' && item.text === '') return err(badField('reply.reason-missing', `${field}.text`));
  return ok(undefined);
}

/**
 * Whether a reply answers what was asked: only known items, each once, 'unable' with what was tried, and a final reply
 * leaves no item without an outcome (earlier parts count).
 */
export function checkReply(reply: ReplyLetter, state: RequestState): Result<void, Failure> {
  const attempts = requestKind(state.opening?.kind ?? '')?.attemptsWhenUnable ?? 0;
  for (const index of reply.items.keys()) {
    const checked = checkItem(reply, index, state, attempts);
    if (!checked.ok) return checked;
  }
  const told = new Set(reply.items.map((item) => item.item));
  const open = state.items.filter((item) => item.outcome === null && !told.has(item.id));
  return reply.final && open.length > 0 ? err(badField('reply.items-missing', 'reply.items')) : ok(undefined);
}
