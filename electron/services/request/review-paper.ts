import { err, ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { append } from '../journal/append.ts';
import { momentNow } from '../recorded-at.ts';
import { actOnPaper } from './act-on-paper.ts';
import { badField } from './refusals.ts';
import { cleanText } from './typed-text.ts';

/** 审核: passes the text on or sends it back with a reason. */
export const reviewPaper: Handler<'paper.review'> = (context, { request, hash, verdict, note }) =>
  actOnPaper(context, { request, hash, act: 'review' }, (tx, { type }) => {
    const words = cleanText(note, 'note');
    if (!words.ok) return words;
    if (verdict === 'back' && words.value === '') return err(badField('paper.reason-missing', 'note'));
    append(tx, context, [
      {
        ...{ kind: 'paper.reviewed', on: momentNow(context.moment) },
        ...{ facts: { request, type, hash, verdict }, content: { note: words.value } },
      },
    ]);
    return ok(undefined);
  });
