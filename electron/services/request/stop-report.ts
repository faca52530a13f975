import type { Handler } from '../context.ts';
import { actOn } from './act-on.ts';
import { sayWords } from './say-text.ts';

/** What was done before the withdrawal arrived. */
export const stopReport: Handler<'request.stopReport'> = (context, { request, on, text }) =>
  actOn(context, { request, on, side: 'e', kind: 'stop-report' }, () => sayWords(text, 'text', true));
