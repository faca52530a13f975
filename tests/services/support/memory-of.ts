import { readFileSync, writeFileSync } from 'node:fs';

/** How far a process grows, in bytes of its resident memory. Only where the system keeps the highest mark itself. */
export type Growth = { readonly peak: () => number };

function statusLine(pid: number, name: string): number {
  const line = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? Number.NaN) * 1024;
}

/** Begins to measure a process of this machine from what it has now. */
export function growthOf(pid: number): Growth {
  // 5 sets the highest mark back to the present.
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const before = statusLine(pid, 'VmRSS');
  return { peak: () => statusLine(pid, 'VmHWM') - before };
}
