import type { DossierId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { Fact } from '../journal/fact.ts';

/** Two records are one employer: `from` counts to `into` from now on. Why lies in the body. */
export function employersMerged(on: LocalDate, into: string, from: string, reason: string): Fact {
  return { kind: 'employer.merged', on, facts: { into, from }, content: { reason } };
}

/** The merge that made `from` count to another employer is taken back. */
export function employersParted(on: LocalDate, from: string, merge: string): Fact {
  return { kind: 'employer.parted', on, facts: { from, merge } };
}

/** A party is not the employer its code or name lead to: it is one of its own, with the given id. */
export function partySplitOff(
  on: LocalDate,
  said: { readonly dossier: DossierId; readonly party: string; readonly employer: string },
  reason: string,
): Fact {
  return { kind: 'employer.split', on, facts: { ...said }, content: { reason } };
}

/** A party that was split off counts again to where its code and name lead. */
export function partyRejoined(on: LocalDate, said: { readonly dossier: DossierId; readonly party: string }): Fact {
  return { kind: 'employer.rejoined', on, facts: { ...said } };
}
