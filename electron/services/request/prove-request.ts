import { suiteOf } from '#electron/sealing/suites.ts';
import { findPartner } from '#electron/store/tables/partners.ts';
import { findRequest, type RequestRow } from '#electron/store/tables/requests.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { type Failure, notFound } from '#shared/contract/failure.ts';
import { assistRules } from '#shared/domain/assist/rules.ts';
import type { ProofFault, ProofLine, ProofRemark, ProofVerdict } from '#shared/protocol/proof/proof-verdict.ts';
import { sealProof } from '#shared/protocol/proof/seal-proof.ts';
import { verifyProof } from '#shared/protocol/proof/verify-proof.ts';
import type { Handler, OpenOffice } from '../context.ts';
import { gatherProof } from './gather-proof.ts';

type ProofView = CallOutput<'request.proof'>;

/** The proof file of a request and what a check of it finds, both from the database as it lies there now. */
export type MadeProof = { readonly row: RequestRow; readonly bytes: Uint8Array; readonly verdict: ProofVerdict };

/** Makes the proof file of a request and checks it as a third party would. Every suite this program has may occur. */
export function makeProof(open: OpenOffice, request: RequestRow['id'], bodies: boolean): Result<MadeProof, Failure> {
  const row = findRequest(open.store.db, request);
  const content = row && gatherProof(open, row, bodies);
  if (!row || !content || content.r.length === 0) return err(notFound('request'));
  const bytes = sealProof(content, open.signing);
  const suites = { s1: suiteOf('s1'), s2: suiteOf('s2') };
  return ok({ row, bytes, verdict: verifyProof(bytes, { suites, rules: assistRules }) });
}

const flat = ({ code, place }: ProofFault | ProofRemark) => ({ code, part: place.part, n: place.n });

function lineView(line: ProofLine, { receipts }: ProofVerdict, row: RequestRow): ProofView['lines'][number] {
  const { id, side, seq, kind, on, body, genuine, seen, storedOn } = line;
  const receipt = line.receipt && receipts[line.receipt.index];
  const signed = receipt && line.receipt && { ...receiptView(receipt), position: line.receipt.position };
  const ours = (side === 'r') === (row.direction === 'out');
  return { id, side, ours, seq, kind, on, body, genuine, receipt: signed ?? null, seen, storedOn };
}

function receiptView({ number, upTo, root, heard }: ProofVerdict['receipts'][number]): ProofView['receipts'][number] {
  return { number, upTo, root, heard: heard.replace('T', ' ') };
}

/** What this office holds of a request, checked whole and offline, and what the partner has signed for. */
export const proveRequest: Handler<'request.proof'> = ({ open }, { request }) => {
  const made = makeProof(open, request, true);
  if (!made.ok) return made;
  const { row, verdict } = made.value;
  const { ok: whole, faults, remarks, offices, heads, lines, receipts, digest, hash } = verdict;
  const confirmed = findPartner(open.store.db, row.partner)?.confirmed ?? false;
  return ok({
    ...{ ok: whole, faults: faults.map(flat), remarks: remarks.map(flat), heads, digest, hash },
    offices: offices.map((one) => ({ ...one, confirmed: one.office === open.office || confirmed })),
    lines: lines.map((line) => lineView(line, verdict, row)),
    receipts: receipts.map(receiptView),
  });
};
