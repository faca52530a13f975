import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { nextRevision } from './revision.ts';

/** Closes the data; drafts were kept as they were typed. */
export const lockSession: Handler<'session.lock'> = (context) => {
  context.session.lock();
  return ok({ revision: nextRevision(context) });
};
