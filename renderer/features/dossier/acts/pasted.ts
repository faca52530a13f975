import type { CallOutput } from '#shared/contract/contract.ts';
import type { PartyRole } from '#shared/domain/party/party.ts';
import type { Columns } from '#shared/domain/party/paste/columns.ts';

/** What was pasted and how it is read. */
export type Pasted = {
  readonly text: string;
  readonly role: PartyRole;
  readonly type: 'person' | 'unit';
  readonly columns: Columns | null;
  /** Lines a person decided otherwise about than is proposed: left out, or taken although they are there twice. */
  readonly otherwise: readonly number[];
};

/** A block as it was read. */
export type Block = CallOutput<'party.readBlock'>;

/** Whether a line is taken over: proposed unless it is there already, and changed by hand. */
export function taken({ line, fault, twice }: Block['rows'][number], { otherwise }: Pasted): boolean {
  return fault === null && twice === otherwise.includes(line);
}
