import type { ReadDb } from '#electron/store/db.ts';
import { findFile } from '#electron/store/tables/files.ts';
import type { ManifestId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { LetterFile } from '#shared/contract/letter.ts';
import { badField } from './refusals.ts';

/**
 * The enclosures as the partner will see them: each is whole here, and its size is the stored one, whatever the screen
 * said. A file named twice goes once.
 */
export function checkedFiles(db: ReadDb, files: readonly LetterFile[]): Result<LetterFile[], Failure> {
  const known = new Map<ManifestId, LetterFile>();
  for (const [index, file] of files.entries()) {
    const stored = findFile(db, file.manifest);
    if (!stored || stored.missing > 0) return err(badField('request.file-not-here', `files.${index}`));
    if (!known.has(file.manifest)) known.set(file.manifest, { ...file, size: stored.size });
  }
  return ok([...known.values()]);
}
