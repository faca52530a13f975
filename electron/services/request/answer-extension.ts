import type { EntryId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import { refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { actOn } from './act-on.ts';
import { cleanText } from './typed-text.ts';

/** Yes or no to an extension notice (延期函告). Only a yes moves the agreed date. */
export const answerExtension: Handler<'request.answerExtension'> = (
  context,
  { request, extension, agree, date, text },
) =>
  actOn(context, { request, side: 'r', kind: 'answer-extension' }, (_tx, { state }) => {
    const open = state.extensions.find((one) => one.id === extension && one.answer === 'open');
    if (!open) return err(refused('request.no-open-extension'));
    const words = cleanText(text, 'text');
    if (!words.ok) return words;
    const said: { extension: EntryId } = { extension: open.id };
    return ok({ facts: { ...said, agree, date: agree ? date : null }, content: { text: words.value } });
  });
