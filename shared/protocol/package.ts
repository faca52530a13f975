import { ok, type Result } from '#shared/base/result.ts';
import { type Bundle, type BundleFailure, readBundle } from './bundle.ts';
import type { SuiteId } from './entry.ts';
import { entryId } from './make-entry.ts';
import type { Hashing } from './ports.ts';
import { type Receipt, type ReceiptFailure, readReceipt } from './receipt.ts';
import type { SignedDocument } from './signed-document.ts';
import { fromUtf8 } from './text-bytes.ts';

/** What was sealed in a package. */
export type Package =
  | { readonly type: 'bundle'; readonly bundle: Bundle }
  | { readonly type: 'receipt'; readonly receipt: Receipt; readonly document: SignedDocument };

/** The suite a header names at its end, where canonical form has it; one that names none is rejected when it is read. */
function suiteNamedIn(header: string): SuiteId {
  return header.endsWith('"suite":"s2","v":1}') ? 's2' : 's1';
}

/** Reads the opened bytes of a package: a bundle or a receipt. Signatures are proved by the step that takes it. */
export function readPackage(bytes: Uint8Array, hashing: Hashing): Result<Package, BundleFailure | ReceiptFailure> {
  return readPackageText(fromUtf8(bytes) ?? '', hashing);
}

/** Reads a package whose bytes were decoded already. */
export function readPackageText(text: string, hashing: Hashing): Result<Package, BundleFailure | ReceiptFailure> {
  if (text.startsWith('xieban-receipt-')) {
    const read = readReceipt(text);
    return read.ok ? ok({ type: 'receipt', ...read.value }) : read;
  }
  const read = readBundle(text, hashing, (header) => entryId(suiteNamedIn(header), header, hashing));
  return read.ok ? ok({ type: 'bundle', bundle: read.value }) : read;
}
