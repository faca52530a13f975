import type { RequestAct, RequestView } from '../page/view.ts';

/** Acts that are filled in on a sheet over the page. */
export const sheetActs = [
  'register',
  'accept',
  'answerExtension',
  'supplement',
  'close',
  'object',
  'progress',
  'urge',
  'extend',
  'return',
  'refuse',
  'resume',
  'suspend',
  'assign',
  'correct',
  'stopReport',
  'withdraw',
  'originals',
  'note',
] as const satisfies readonly RequestAct[];

/** One of `sheetActs`. */
export type SheetAct = (typeof sheetActs)[number];

/** All acts of a request's head in the order they are offered. The reply has a page of its own. */
export const actOrder = ['register', 'accept', 'reply', ...sheetActs.slice(2)] as const satisfies readonly RequestAct[];

/** One of `actOrder`. */
export type OrderedAct = (typeof actOrder)[number];

/** The next step in each state for the side whose turn it is. */
const nextStep: Readonly<Record<string, OrderedAct>> = {
  sent: 'register',
  registered: 'accept',
  accepted: 'reply',
  returned: 'supplement',
  answered: 'close',
  refused: 'close',
};

/** The one act that is filled: what the request waits for from us; none while a letter of ours waits for its own step. */
export function mainAct(view: RequestView): OrderedAct | undefined {
  if (view.paper !== null && view.paper.next !== 'none' && view.paper.next !== 'moot') return undefined;
  if (view.may.includes('answerExtension')) return 'answerExtension';
  if (view.may.includes('resume')) return 'resume';
  const next = nextStep[view.row.state];
  return next !== undefined && view.row.actor === 'us' && view.may.includes(next) ? next : undefined;
}
