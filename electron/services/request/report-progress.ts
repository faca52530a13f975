import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { actOn } from './act-on.ts';
import { checkedFiles } from './letter-files.ts';
import { cleanText } from './typed-text.ts';

/** 办理进展, with enclosures where there are some. */
export const reportProgress: Handler<'request.progress'> = (context, { request, on, text, files }) =>
  actOn(context, { request, on, side: 'e', kind: 'progress' }, (tx) => {
    const words = cleanText(text, 'text', true);
    if (!words.ok) return words;
    const enclosed = checkedFiles(tx, files);
    if (!enclosed.ok) return enclosed;
    const manifests = enclosed.value.map((file) => file.manifest);
    return ok({ facts: {}, content: { text: words.value, files: enclosed.value }, files: manifests });
  });
