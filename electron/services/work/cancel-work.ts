import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';

/** Calls a piece of work off; it stops by itself where nothing half done is left. */
export const cancelWork: Handler<'work.cancel'> = ({ session }, { kind }) =>
  ok({ running: session.works.cancel(kind) });
