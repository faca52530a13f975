import { createHash } from 'node:crypto';
import type { ReadDb } from '#electron/store/db.ts';
import { type EmployerRow, employerN, findEmployer } from '#electron/store/tables/employers.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, notFound } from '#shared/contract/failure.ts';
import { rootNow } from './count-employer.ts';

/** The employer an id counts to: itself, or what it was merged into. */
export function rootOf(db: ReadDb, id: string): Result<EmployerRow, Failure> {
  const row = findEmployer(db, id);
  const root = row && employerN(db, row.root);
  return root ? ok(root) : err(notFound('employer'));
}

/** One mark for how two employers are written and merged now: another one as soon as that changed. */
export function markOf(db: ReadDb, roots: readonly EmployerRow[]): string {
  const shown = roots.map((root) => {
    const { under, name, code } = rootNow(db, root.n);
    return [root.id, name, code, under.map(({ id, words }) => [id, words])];
  });
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32);
}
