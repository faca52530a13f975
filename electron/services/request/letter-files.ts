import type { ReadDb } from '#electron/store/db.ts';
import { findFile } from '#electron/store/tables/files.ts';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { ManifestId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { LetterFile } from '#shared/contract/letter.ts';
import { grantsFor } from '../file/grants.ts';
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

/** Content with what lets the partner fetch and read its enclosures; keys lie in the body, which only the partner can open. */
export function withGrants(db: ReadDb, content: JsonObject, files: readonly ManifestId[]): JsonObject {
  return files.length === 0 ? content : { ...content, grants: [...grantsFor(db, files)] };
}

/** Content as a screen may see it: without the keys of its enclosures. */
export function withoutGrants(content: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { grants: _, ...shown } = content;
  return shown;
}
