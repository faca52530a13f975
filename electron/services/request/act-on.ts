import type { WriteDb } from '#electron/store/db.ts';
import type { RequestId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import type { AssistFacts } from '#shared/domain/assist/facts.ts';
import type { OfficeContext } from '../context.ts';
import { inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { checkDay } from './act-day.ts';
import { mayAct, type Saying, type Standing, say, standingOf } from './write-entry.ts';

/** What an act answers: the request and the revision screens can wait for. */
export type Done = { readonly id: string; readonly revision: number };

/** An act on a request: who may do it, what it is, when it is said to have happened. */
export type Act<K extends keyof AssistFacts> = {
  readonly request: RequestId;
  readonly side: Side | 'both';
  readonly kind: K;
  /** Left out: today. */
  readonly on?: LocalDate;
};

/** What an act says beside its kind and day. */
export type Said<K extends keyof AssistFacts> = Omit<Saying<K>, 'kind' | 'on'>;

/**
 * Carries out an act on a request in one transaction: fold, ask the life table, let `make` check and word it, write the
 * entry and put it into the stream to the partner.
 */
export function actOn<K extends keyof AssistFacts>(
  context: OfficeContext,
  act: Act<K>,
  make: (tx: WriteDb, standing: Standing) => Result<Said<K>, Failure>,
): Result<Done, Failure> {
  return inOneTransaction(context, (tx) => {
    const standing = standingOf(tx, context, act.request);
    if (!standing.ok) return standing;
    const side = act.side === 'both' ? standing.value.side : act.side;
    const allowed = mayAct(standing.value, side, act.kind, context.open);
    if (!allowed.ok) return allowed;
    const on = act.on ?? context.moment.today;
    const day = act.on === undefined ? ok(undefined) : checkDay(tx, context.moment, standing.value, on);
    if (!day.ok) return day;
    const said = make(tx, standing.value);
    if (!said.ok) return said;
    say(tx, context, standing.value, { kind: act.kind, on, ...said.value });
    return ok({ id: act.request, revision: nextRevision(context) });
  });
}
