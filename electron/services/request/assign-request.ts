import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { actOn } from './act-on.ts';
import { namedHandlers } from './named-handlers.ts';
import { cleanText } from './typed-text.ts';

/** Other handlers take the request over; what was done stays. */
export const assignRequest: Handler<'request.assign'> = (context, { request, on, handlers, text }) =>
  actOn(context, { request, on, side: 'e', kind: 'assign' }, (tx) => {
    const named = namedHandlers(tx, context, handlers);
    if (!named.ok) return named;
    const words = cleanText(text, 'text');
    if (!words.ok) return words;
    return ok({ facts: { handlers: named.value.ids }, content: { handlers: named.value.named, text: words.value } });
  });
