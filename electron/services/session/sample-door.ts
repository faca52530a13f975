import type { Handler } from '../context.ts';
import { nextRevision } from './revision.ts';

const none = { ok: false, error: { kind: 'refused', code: 'session.no-sample-here' } } as const;

/** Goes into the sample; it is made the first time. */
export const enterSample: Handler<'session.sample'> = async (context) => {
  const entered = await context.session.place.sampleDoor?.enter();
  if (!entered) return none;
  return entered.ok ? { ok: true, value: { revision: nextRevision(context) } } : entered;
};

/** Goes back from the sample to this machine's own data. */
export const leaveSample: Handler<'session.leaveSample'> = async (context) => {
  const left = await context.session.place.sampleDoor?.leave();
  if (!left) return none;
  return left.ok ? { ok: true, value: { revision: nextRevision(context) } } : left;
};
