import type { Suite } from '#electron/sealing/suite.ts';
import { suiteOf } from '#electron/sealing/suites.ts';
import type { ChunkCipher } from '#electron/store/chunks/cipher.ts';
import { expectFile } from '#electron/store/chunks/received.ts';
import type { ReadDb, WriteDb } from '#electron/store/db.ts';
import { noteFileSource } from '#electron/store/tables/arrived.ts';
import { findFile } from '#electron/store/tables/files.ts';
import type { Json, JsonObject } from '#shared/base/canonical-json.ts';
import type { ManifestId, OfficeId } from '#shared/base/ids.ts';
import { fromBase64Url, toBase64Url } from '#shared/protocol/text-bytes.ts';

const cipherFrom = ({ hash, encrypt, decrypt }: Suite): ChunkCipher => ({
  hash: (bytes) => hash(bytes),
  encrypt,
  decrypt,
});

/** The suite's part that chunks need, and the other's, with which partners may have made theirs. */
export function chunkCipher(suite: Suite): ChunkCipher {
  const other = suiteOf(suite.id === 's1' ? 's2' : 's1');
  return { ...cipherFrom(suite), others: [cipherFrom(other)] };
}

/**
 * What lets the partner fetch and read files that go with an entry: manifest text and chunk key, for the field `grants`
 * of the entry's content. It lies in the body, sealed to the partner, and is erased with it.
 */
export function grantsFor(db: ReadDb, manifests: readonly ManifestId[]): readonly JsonObject[] {
  return manifests.flatMap((manifest) => {
    const file = findFile(db, manifest);
    return file ? [{ manifest, text: file.text, key: toBase64Url(file.key) }] : [];
  });
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Notes the files a partner's entry brings, so that their chunks are wanted. Only files the signed header names count,
 * and a description that is not of the named file is passed over: the entry stays readable without it.
 */
export function takeGrants(
  tx: WriteDb,
  named: readonly ManifestId[],
  content: JsonObject | undefined,
  suite: Suite,
  from: OfficeId,
): void {
  const grants = content?.['grants'];
  if (!Array.isArray(grants)) return;
  for (const grant of grants as readonly Json[]) {
    if (!isObject(grant)) continue;
    const { manifest, text, key } = grant;
    const expected = named.find((id) => id === manifest);
    const bytes = typeof key === 'string' ? fromBase64Url(key) : undefined;
    if (!expected || typeof text !== 'string' || !bytes) continue;
    if (expectFile(tx, expected, { text, key: bytes }, chunkCipher(suite)).ok) noteFileSource(tx, expected, from);
  }
}
