import type { ProofFault, ProofFaultCode, ProofPlace, ProofRemark } from './proof-verdict.ts';

/** What a check has found so far. It never leaves the check. */
export type Findings = { readonly faults: ProofFault[]; readonly remarks: ProofRemark[] };

/** Most faults that are named; a file with more is no better known by a longer list. */
const mostNamed = 1_000;

/** Notes a fault. */
export function blame(findings: Findings, code: ProofFaultCode, part: ProofPlace['part'], n = 0): void {
  if (findings.faults.length < mostNamed) findings.faults.push({ code, place: { part, n } });
}

/** Notes something a reader should know. */
export function remark(findings: Findings, code: ProofRemark['code'], part: ProofPlace['part'], n: number): void {
  if (findings.remarks.length < mostNamed) findings.remarks.push({ code, place: { part, n } });
}
