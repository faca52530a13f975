import type { Handler } from '../context.ts';
import { actOn } from './act-on.ts';
import { sayWords } from './say-text.ts';

/** 撤回: counts when the executor's order says so. */
export const withdrawRequest: Handler<'request.withdraw'> = (context, { request, on, reason }) =>
  actOn(context, { request, on, side: 'r', kind: 'withdraw' }, () => sayWords(reason, 'reason', true));
