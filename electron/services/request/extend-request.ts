import { err, ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { actOn } from './act-on.ts';
import { badField } from './refusals.ts';
import { cleanText } from './typed-text.ts';

/** 延期函告: moves the promised date at once and asks the requester to agree to the same day. */
export const extendRequest: Handler<'request.extend'> = (context, { request, on, until, reason }) =>
  actOn(context, { request, on, side: 'e', kind: 'extend' }, (_tx, { state }) => {
    if (until < on || (state.promised !== null && until <= state.promised)) {
      return err(badField('request.until-not-later', 'until'));
    }
    const words = cleanText(reason, 'reason', true);
    return words.ok ? ok({ facts: { until, asked: until }, content: { reason: words.value } }) : words;
  });
