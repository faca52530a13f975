import type { ReadDb } from '#electron/store/db.ts';
import { findLink } from '#electron/store/tables/links.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import type { RefusalCode } from '#shared/domain/assist/may-do.ts';
import type { PaperRefusal } from '#shared/domain/paper/approval.ts';
import { mayWriteOn } from '#shared/protocol/link.ts';

/**
 * Refuses writing to a partner of whom we ask entries of ours back, or who says that it holds some that are not here:
 * whatever an older copy of the data wrote would contradict what the partner holds.
 */
export function mayWriteTo(db: ReadDb, partner: OfficeId): Result<void, Failure> {
  const link = findLink(db, partner);
  return link && !mayWriteOn(link) ? err(refused('request.read-only-after-restore')) : ok(undefined);
}

/** The failure for an act the life table forbids now. */
export function actRefused(code: RefusalCode): Failure {
  return refused(`request.${code}`);
}

/** The failure for an act on a letter; a changed text is a conflict, because somebody else was faster. */
export function paperRefused(code: PaperRefusal): Failure {
  return code === 'paper.hash-changed' ? { kind: 'conflict', code } : refused(code);
}

/** The input is well-formed but says something that cannot be; `field` names it. */
export function badField(code: string, field: string): Failure {
  return { kind: 'bad-input', code, field };
}
