import { err, ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { actOn } from './act-on.ts';
import { badField } from './refusals.ts';
import { cleanText } from './typed-text.ts';

/** 异议: the reply, or some of its items, is not what was asked for. */
export const objectToReply: Handler<'request.object'> = (context, { request, on, text, items }) =>
  actOn(context, { request, on, side: 'r', kind: 'object' }, (_tx, { state }) => {
    const unknown = items.findIndex((id) => !state.items.some((item) => item.id === id));
    if (unknown >= 0) return err(badField('request.no-such-item', `items.${unknown}`));
    const words = cleanText(text, 'text', true);
    return words.ok ? ok({ facts: { items: [...new Set(items)] }, content: { text: words.value } }) : words;
  });
