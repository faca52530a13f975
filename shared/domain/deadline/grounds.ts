import { clockGrounds } from './data/clock-grounds.ts';
import type { Bilingual, Confidence } from './rule.ts';

/** A reason of the law for suspending a limit, counting it anew or leaving a period out. */
export type ClockGround = {
  readonly id: string;
  readonly effect: 'suspend' | 'restart' | 'exclude';
  readonly name: Bilingual;
  readonly basis: Bilingual;
  readonly confidence: Confidence;
  /** Calendar days after which a person should resume the clock: the period was to last no longer. */
  readonly resumeAfter?: { readonly days: number; readonly basis: Bilingual };
  /** A restart on this ground is expected even after the clock was stopped or ran out: it waited for somebody else. */
  readonly reopens?: true;
};

const byId: ReadonlyMap<string, ClockGround> = new Map(clockGrounds.map((ground) => [ground.id, ground]));

/** The ground with this id, if the program knows it. */
export function clockGround(id: string): ClockGround | undefined {
  return byId.get(id);
}
