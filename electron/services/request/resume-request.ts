import type { Handler } from '../context.ts';
import { actOn } from './act-on.ts';
import { sayWords } from './say-text.ts';

/** Starts the executor's limit again. */
export const resumeRequest: Handler<'request.resume'> = (context, { request, on, text }) =>
  actOn(context, { request, on, side: 'e', kind: 'resume' }, () => sayWords(text, 'text', false));
