import type { CallOutput } from '#shared/contract/contract.ts';

type Row = CallOutput<'request.list'>['rows'][number];

/** The number this office knows a request by: the letter's when we asked, our receipt number once we registered theirs. */
export function numberOf(row: Row): string | null {
  return row.direction === 'in' ? (row.registerNo ?? row.number) : row.number;
}

/** True when this office has written something that travels; before that there is nothing to have arrived. */
export function wrote(row: Row): boolean {
  return row.state !== 'approval' && (row.direction === 'out' || row.state !== 'sent');
}
