import type { DossierId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { Fact } from '../journal/fact.ts';
import type { NamedParty } from './facts.ts';

/** Many parties join the file at once; their ids stand in the fact, what is known of them in its body. */
export function partiesAdded(dossier: DossierId, on: LocalDate, parties: readonly NamedParty[]): Fact {
  return {
    kind: 'parties.added',
    on,
    facts: { dossier, parties: parties.map(({ id }) => id) },
    content: { parties: parties.map((party) => ({ ...party })) },
  };
}

/** Parties who joined at once leave again together. */
export function partiesRemoved(dossier: DossierId, on: LocalDate, parties: readonly string[]): Fact {
  return { kind: 'parties.removed', on, facts: { dossier, parties: [...parties] } };
}
