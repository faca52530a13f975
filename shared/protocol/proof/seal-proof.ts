import type { Signing } from '../ports.ts';
import { signDocument } from '../signed-document.ts';
import { type ProofContent, sealedContent, writeProof } from './proof-file.ts';

/**
 * Seals a proof with the making device's key and answers its bytes. The same entries, receipts and keys give the same
 * sealed text, whatever the day.
 */
export function sealProof(content: ProofContent, device: Signing): Uint8Array {
  const { signature } = signDocument('xieban-proof-v1', sealedContent(content), device);
  return writeProof({ ...content, seal: signature });
}
