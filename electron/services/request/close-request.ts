import { err, ok } from '#shared/base/result.ts';
import { refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { actOn } from './act-on.ts';
import { cleanText } from './typed-text.ts';

/** Ends an answered or refused request; names the executor's head it closes, so that later news open it again. */
export const closeRequest: Handler<'request.close'> = (context, { request, on, text }) =>
  actOn(context, { request, on, side: 'r', kind: 'close' }, (_tx, { state }) => {
    const head = state.heads.e;
    if (head === null) return err(refused('request.not-in-this-state'));
    const words = cleanText(text, 'text');
    return words.ok ? ok({ facts: { head }, content: { text: words.value } }) : words;
  });
