import { err, ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { actOn } from './act-on.ts';
import { namedHandlers } from './named-handlers.ts';
import { badField } from './refusals.ts';
import { cleanText } from './typed-text.ts';

/** 接受委托/同意协查: two handlers and the date the executor promises. */
export const acceptRequest: Handler<'request.accept'> = (context, { request, on, handlers, promised, text }) =>
  actOn(context, { request, on, side: 'e', kind: 'accept' }, (tx) => {
    if (promised < on) return err(badField('request.promised-before', 'promised'));
    const named = namedHandlers(tx, context, handlers);
    if (!named.ok) return named;
    const words = cleanText(text, 'text');
    if (!words.ok) return words;
    return ok({
      facts: { handlers: named.value.ids, promised },
      content: { handlers: named.value.named, text: words.value },
    });
  });
