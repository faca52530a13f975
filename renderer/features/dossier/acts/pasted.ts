import type { CallOutput } from '#shared/contract/contract.ts';
import type { PartyRole } from '#shared/domain/party/party.ts';
import type { Columns } from '#shared/domain/party/paste/columns.ts';

/** What was pasted and how it is read. */
export type Pasted = {
  readonly text: string;
  readonly role: PartyRole;
  readonly type: 'person' | 'unit';
  readonly columns: Columns | null;
  /** What a person decided of lines; it stands whatever is proposed of them when the block is read again. */
  readonly decided: readonly { readonly line: number; readonly take: boolean }[];
};

/** A block as it was read. */
export type Block = CallOutput<'party.readBlock'>;

type Row = Pick<Block['rows'][number], 'line' | 'fault' | 'twice'>;

/** Whether a line is taken over: as a person decided, else unless it is there already. */
export function taken({ line, fault, twice }: Row, { decided }: Pick<Pasted, 'decided'>): boolean {
  const decision = decided.find((one) => one.line === line);
  return fault === null && (decision?.take ?? !twice);
}

/** What was pasted with a line taken that was not, or left out that was taken. */
export function turned(row: Row, pasted: Pasted): Pasted {
  const others = pasted.decided.filter(({ line }) => line !== row.line);
  return { ...pasted, decided: [...others, { line: row.line, take: !taken(row, pasted) }] };
}
