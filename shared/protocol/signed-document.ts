import { canonicalJson, type JsonObject } from '#shared/base/canonical-json.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { SuiteId } from './entry.ts';
import type { Hashing, Signing, Verifying } from './ports.ts';
import { parseCanonical } from './read-json.ts';
import { fromBase64Url, toBase64Url, utf8 } from './text-bytes.ts';

/** A signed statement that is no entry: manifest, receipt, card, device certificate, proof. `text` is canonical JSON. */
export type SignedDocument = { readonly text: string; readonly signature: string };

/** What a document is; its first signed line, so that a signature on one kind never passes for another. */
export type DocumentPrefix =
  | 'xieban-manifest-v1'
  | 'xieban-receipt-v1'
  | 'xieban-card-v1'
  | 'xieban-device-v1'
  | 'xieban-rules-v1'
  | 'xieban-takeover-v1'
  | 'xieban-proof-v1';

/** Signs `value` as a document of its kind. */
export function signDocument(prefix: DocumentPrefix, value: JsonObject, signing: Signing): SignedDocument {
  const text = canonicalJson(value);
  return { text, signature: toBase64Url(signing.sign(utf8(`${prefix}\n${text}`))) };
}

/** Checks a document's signature against a public key. */
export function signedBy(
  prefix: DocumentPrefix,
  document: SignedDocument,
  publicKey: string,
  verifying: Verifying,
): boolean {
  const signature = fromBase64Url(document.signature);
  return signature !== undefined && verifying.verify(publicKey, utf8(`${prefix}\n${document.text}`), signature);
}

/** Hash that names a document, for example the card version a receipt knows, in the suite of the key that signed it. */
export function documentHash(
  prefix: DocumentPrefix,
  document: SignedDocument,
  hashing: Hashing,
  suite?: SuiteId,
): string {
  return hashing.hash(utf8(`${prefix}\n${document.text}`), suite);
}

/** Writes a document as a file of three lines: kind, text, signature. */
export function writeDocument(prefix: DocumentPrefix, document: SignedDocument): string {
  return `${prefix}\n${document.text}\n${document.signature}\n`;
}

/** Reads a file written by `writeDocument`; the signature is not checked here. */
export function readDocument(prefix: DocumentPrefix, file: string): Result<SignedDocument, 'document-shape'> {
  const lines = file.split('\n');
  const [kind, text, signature, end] = lines;
  if (lines.length !== 4 || kind !== prefix || end !== '' || text === undefined || signature === undefined) {
    return err('document-shape');
  }
  return parseCanonical(text) ? ok({ text, signature }) : err('document-shape');
}
