import type { Handler } from '../context.ts';
import { actOn } from './act-on.ts';
import { sayWords } from './say-text.ts';

/** 催办: changes no state. */
export const urgeRequest: Handler<'request.urge'> = (context, { request, on, text }) =>
  actOn(context, { request, on, side: 'r', kind: 'urge' }, () => sayWords(text, 'text', false));
