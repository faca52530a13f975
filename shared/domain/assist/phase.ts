import type { Side } from './event.ts';

/** States of a request between two offices. 'none': no opening entry is here yet. Flags such as overdue are never states. */
export const phases = [
  'none',
  'sent',
  'registered',
  'returned',
  'accepted',
  'answered',
  'refused',
  'withdrawn',
  'closed',
] as const;

/** One state of a request. */
export type Phase = (typeof phases)[number];

const actors: Readonly<Record<Phase, Side | 'nobody'>> = {
  none: 'nobody',
  sent: 'e',
  registered: 'e',
  returned: 'r',
  accepted: 'e',
  answered: 'r',
  refused: 'r',
  withdrawn: 'nobody',
  closed: 'nobody',
};

/** Whose turn it is in a state. */
export function whoMustAct(phase: Phase): Side | 'nobody' {
  return actors[phase];
}
