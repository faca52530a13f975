import type { Handler } from '../context.ts';
import { actOn } from './act-on.ts';
import { sayWords } from './say-text.ts';

/** Stops the executor's limit; the reason goes to the requester. */
export const suspendRequest: Handler<'request.suspend'> = (context, { request, on, reason }) =>
  actOn(context, { request, on, side: 'e', kind: 'suspend' }, () => sayWords(reason, 'reason', true));
