import { faultyFiles, verifyChunks } from '#electron/store/chunks/verify.ts';
import { namesOfDocument } from '#electron/store/tables/dossier-files.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { OpenOffice } from '../context.ts';

/**
 * The files of which a part is gone, cannot be read or is not what it was, found by the hash of every part, with the
 * names they bear in dossiers. Reads all parts, one at a time, and changes nothing: what is damaged stays where it is.
 */
export async function damagedFiles({ store, suite }: OpenOffice): Promise<CallOutput<'store.verify'>['files']> {
  const faults = await verifyChunks(store, suite);
  return faultyFiles(faults).map((manifest) => ({
    manifest,
    names: [...namesOfDocument(store.db, manifest)],
    parts: faults.filter(({ files }) => files.includes(manifest)).length,
  }));
}
