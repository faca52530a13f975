import type { MandateRow } from '#electron/store/tables/mandates.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { authorities, type Mandate, mandateKinds, noMandate } from '#shared/domain/party/mandate.ts';

/** Subject under which the facts about an agent's mandate are found. */
export function mandateSubject(party: string): string {
  return `${party}#mandate`;
}

/** A stored mandate; a code only a newer version knows counts as not known. */
export function storedMandate(row: MandateRow | undefined): Mandate {
  if (row === undefined) return noMandate;
  return {
    kind: mandateKinds.find((kind) => kind === row.kind) ?? '',
    authority: authorities.find((authority) => authority === row.authority) ?? '',
    ...{ standing: row.standing, scope: row.scope, principals: row.principals },
    // Days of stored facts were checked when they were written.
    paperOn: row.paperOn as LocalDate | null,
  };
}
