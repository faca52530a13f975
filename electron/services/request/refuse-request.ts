import { err, ok } from '#shared/base/result.ts';
import { requestKind } from '#shared/domain/assist/kinds/request-kinds.ts';
import type { Handler } from '../context.ts';
import { actOn } from './act-on.ts';
import { badField } from './refusals.ts';
import { cleanText } from './typed-text.ts';

/** 不予协助 in writing, on a ground of the kind's closed list. */
export const refuseRequest: Handler<'request.refuse'> = (context, { request, on, ground, text }) =>
  actOn(context, { request, on, side: 'e', kind: 'refuse' }, (_tx, { state }) => {
    const grounds = requestKind(state.opening?.kind ?? '')?.refusalGrounds ?? [];
    if (!grounds.some((one) => one.code === ground)) return err(badField('request.ground-unknown', 'ground'));
    const words = cleanText(text, 'text', true);
    return words.ok ? ok({ facts: { ground }, content: { text: words.value } }) : words;
  });
