import { arbInvestigate } from './arb-investigate.ts';
import type { RequestKind } from './kind.ts';
import { lsiAssist } from './lsi-assist.ts';

/** The kinds this version can write and read, in the order they are offered. */
export const requestKinds: readonly RequestKind[] = [arbInvestigate, lsiAssist];

/** Their codes, as cards and receipts tell partners. */
export const readableKinds: readonly string[] = requestKinds.map((kind) => kind.code);

/** The kind with that code; undefined when a newer version is needed. */
export function requestKind(code: string): RequestKind | undefined {
  return requestKinds.find((kind) => kind.code === code);
}
