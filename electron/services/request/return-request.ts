import { err, ok } from '#shared/base/result.ts';
import { requestKind } from '#shared/domain/assist/kinds/request-kinds.ts';
import type { Handler } from '../context.ts';
import { actOn } from './act-on.ts';
import { badField } from './refusals.ts';
import { cleanText } from './typed-text.ts';

/** 退回补正 with the exact list of what is missing. The ground is one of the kind's closed list. */
export const returnRequest: Handler<'request.return'> = (context, { request, on, ground, defects, text }) =>
  actOn(context, { request, on, side: 'e', kind: 'return' }, (_tx, { state }) => {
    const grounds = requestKind(state.opening?.kind ?? '')?.returnGrounds ?? [];
    if (!grounds.some((one) => one.code === ground)) return err(badField('request.ground-unknown', 'ground'));
    const words = cleanText(text, 'text');
    if (!words.ok) return words;
    const listed: { id: string; text: string }[] = [];
    for (const [index, defect] of defects.entries()) {
      const cleaned = cleanText(defect, `defects.${index}`, true);
      if (!cleaned.ok) return cleaned;
      listed.push({ id: `d${index + 1}`, text: cleaned.value });
    }
    return ok({
      facts: { ground, defects: listed.map((defect) => defect.id) },
      content: { text: words.value, defects: listed },
    });
  });
