import type { View } from '../page/dossier-page.tsx';

/** Whether joining is offered: arbitration files that were accepted and are open. */
export function mayJoin({ row }: View): boolean {
  return row.side === 'arb' && row.status === 'accepted';
}

/** Whether taking parties out into a file of their own is offered: several ask, and the file is open. */
export function maySeparate({ row, parties }: View): boolean {
  const asking = parties.filter(({ role }) => role === 'applicant');
  return row.side === 'arb' && row.status !== 'closed' && asking.length > 1;
}
