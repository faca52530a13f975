import type { CallOutput } from '#shared/contract/contract.ts';

/** Everything a request page shows. */
export type RequestView = CallOutput<'request.get'>;
/** One happening of the two-sided timeline. */
export type TimelineItem = RequestView['timeline'][number];
/** An act the person at the desk may do now. */
export type RequestAct = RequestView['may'][number];
/** A letter on its way through the office. */
export type PaperView = NonNullable<RequestView['paper']>;
