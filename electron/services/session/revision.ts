import type { BaseContext } from '../context.ts';

/** The revision screens will see once the running command is announced. */
export function nextRevision(context: Pick<BaseContext, 'session'>): number {
  return context.session.revision() + 1;
}
