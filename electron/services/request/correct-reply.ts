import { err, ok } from '#shared/base/result.ts';
import { refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { actOn } from './act-on.ts';
import { checkedFiles } from './letter-files.ts';
import { cleanText } from './typed-text.ts';

/** 更正回函: corrects the newest reply, also after closing; the requester gets a review item. */
export const correctReply: Handler<'request.correct'> = (context, { request, on, text, files }) =>
  actOn(context, { request, on, side: 'e', kind: 'correct' }, (tx, { state }) => {
    const entry = state.final ?? state.results.at(-1)?.id;
    if (entry === undefined) return err(refused('request.nothing-to-correct'));
    const words = cleanText(text, 'text', true);
    if (!words.ok) return words;
    const enclosed = checkedFiles(tx, files);
    if (!enclosed.ok) return enclosed;
    const manifests = enclosed.value.map((file) => file.manifest);
    return ok({ facts: { entry }, content: { text: words.value, files: enclosed.value }, files: manifests });
  });
