import type { EntryId } from '#shared/base/ids.ts';
import type { Fact } from '../journal/fact.ts';

/** What is proposed: for which slot, over what, and the new content ('' for what ships). */
export type LawProposal = {
  readonly slot: string;
  readonly base: EntryId | '';
  readonly content: string;
  readonly reason: string;
};

/** Somebody proposes a change of the calendar or the rules. */
export function lawProposed(on: string, { slot, base, content, reason }: LawProposal): Fact {
  return { kind: 'law.proposed', on, facts: { slot, base }, content: { content, reason } };
}

/** Somebody else confirmed it: from here on it is in force. */
export function lawConfirmed(on: string, change: EntryId): Fact {
  return { kind: 'law.confirmed', on, facts: { change } };
}

/** It was withdrawn or refused. */
export function lawDropped(on: string, change: EntryId, reason: string): Fact {
  return { kind: 'law.dropped', on, facts: { change }, content: { reason } };
}
