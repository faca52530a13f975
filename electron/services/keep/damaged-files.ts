import { faultyFiles, verifyChunks } from '#electron/store/chunks/verify.ts';
import { namesOfDocument } from '#electron/store/tables/dossier-files.ts';
import type { Cancelled } from '#electron/store/work.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { OpenOffice } from '../context.ts';
import { chunkCipher } from '../file/grants.ts';

/**
 * The files of which a part is gone, cannot be read or is not what it was, found by the hash of every part, with the
 * names they bear in dossiers. Reads all parts, one at a time, and changes nothing: what is damaged stays where it is.
 * `went` hears of every part that was read, and answers false to call the reading off.
 */
export async function damagedFiles(
  { store, suite }: OpenOffice,
  went?: () => boolean,
): Promise<Result<CallOutput<'store.verify'>['files'], Cancelled>> {
  const read = await verifyChunks(store, chunkCipher(suite), went);
  if (!read.ok) return read;
  const faults = read.value;
  const files = faultyFiles(faults).map((manifest) => ({
    manifest,
    names: [...namesOfDocument(store.db, manifest)],
    parts: faults.filter(({ files }) => files.includes(manifest)).length,
  }));
  return ok(files);
}
