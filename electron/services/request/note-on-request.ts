import type { Handler } from '../context.ts';
import { actOn } from './act-on.ts';
import { sayWords } from './say-text.ts';

/** A note to the partner, from either side. */
export const noteOnRequest: Handler<'request.note'> = (context, { request, text }) =>
  actOn(context, { request, side: 'both', kind: 'note' }, () => sayWords(text, 'text', true));
