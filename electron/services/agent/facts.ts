import type { DossierId, EntryId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { Mandate } from '#shared/domain/party/mandate.ts';
import type { Fact } from '../journal/fact.ts';

/** The agent of a file: its row among the parties. */
type Of = { readonly dossier: DossierId; readonly party: string };

/** For whom and by what an agent acts, in the fields that changed; what the paper says lies in the body. */
export function agentNamed(on: LocalDate, of: Of, change: Partial<Mandate>, basedOn: EntryId | undefined): Fact {
  const { standing, scope, ...codes } = change;
  const content = { ...(standing === undefined ? {} : { standing }), ...(scope === undefined ? {} : { scope }) };
  return {
    ...{ kind: 'agent.named', on, facts: { ...of, ...codes }, content },
    ...(basedOn === undefined ? {} : { basedOn: [basedOn] }),
  };
}

/** A mandate ended on a day; why lies in the body. */
export function agentEnded(on: LocalDate, of: Of, reason: string): Fact {
  return { kind: 'agent.ended', on, facts: { ...of }, content: { reason } };
}

/** That a mandate ended was a mistake. */
export function agentResumed(on: LocalDate, of: Of): Fact {
  return { kind: 'agent.resumed', on, facts: { ...of } };
}
