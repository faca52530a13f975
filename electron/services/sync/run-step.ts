import type { ReadDb, WriteDb } from '#electron/store/db.ts';
import { saveLink } from '#electron/store/tables/links.ts';
import { readMeta, writeMeta } from '#electron/store/tables/meta.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import type { Clock, Random } from '#shared/base/ports.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { step } from '#shared/protocol/step.ts';
import type { StepInput, StepOutput } from '#shared/protocol/step-types.ts';
import type { OpenOffice } from '../context.ts';
import { inOneTransaction } from '../journal/append.ts';
import { linkOf } from './link-of.ts';
import { stepMoment, stepPorts } from './step-ports.ts';
import { type WriteFrame, writeAll } from './write-step.ts';

/** What the exchange needs: the open office and the machine's clock and randomness. */
export type Exchange = { readonly open: OpenOffice; readonly clock: Clock; readonly random: Random };

/** What a step brought: things to do after the commit, whether entries came in, and when it wants to be called again. */
export type StepDone = {
  readonly outputs: readonly StepOutput[];
  readonly changed: boolean;
  readonly timers: readonly number[];
};

const noBytes = new Uint8Array();

/** Runs one exchange step inside a transaction that may hold other writes: gather, decide, write, keep the link. */
export function stepWithin(
  tx: WriteDb,
  exchange: Exchange,
  partner: OfficeId,
  gather: (db: ReadDb) => StepInput,
  sealed: Uint8Array = noBytes,
): StepDone {
  const { open, clock, random } = exchange;
  const moment = stepMoment(clock.now(), random);
  const state = { link: linkOf(tx, partner, random), stamp: readMeta(tx, 'stamp') };
  const result = step(state, gather(tx), moment, stepPorts(tx, open, state.link));
  const frame: WriteFrame = { open, partner, sealed, today: moment.today, at: moment.nowMs };
  writeAll(tx, result.writes, frame);
  saveLink(tx, result.state.link);
  if (result.state.stamp !== undefined) writeMeta(tx, 'stamp', result.state.stamp);
  return { outputs: result.outputs, changed: result.writes.length > 0, timers: result.timers };
}

/** Runs one exchange step in a transaction of its own. */
export function runStep(
  exchange: Exchange,
  partner: OfficeId,
  gather: (db: ReadDb) => StepInput,
  sealed?: Uint8Array,
): Result<StepDone, Failure> {
  return inOneTransaction(exchange, (tx) => ok(stepWithin(tx, exchange, partner, gather, sealed)));
}
