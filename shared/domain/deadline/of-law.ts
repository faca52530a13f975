import { shippedPacks } from './pack.ts';
import type { LimitRule } from './rule.ts';

const rowsOfLaw = shippedPacks
  .flatMap(({ rows }) => rows)
  .filter(({ confidence, standing }) => confidence === 'certain' || confidence === 'read' || standing === 'statutory');

const idsOfLaw: ReadonlySet<string> = new Set(rowsOfLaw.map(({ id }) => id));
const countedByLaw: ReadonlySet<string> = new Set(rowsOfLaw.filter(({ form }) => form !== 'note').map(({ id }) => id));

/**
 * Whether a row says how long a limit of the law is: not an office's to change, unless a local text does, and never to be
 * switched off. A local text over it and a row of another office under the same id stay rows of the law.
 */
export function isOfLaw({ id, standing }: Pick<LimitRule, 'id' | 'standing'>): boolean {
  return standing === 'statutory' || idsOfLaw.has(id);
}

/** The field by which a row takes a limit of the law away from every file, 'off' or 'form'; undefined where none does. */
export function takesFromLaw(row: LimitRule): 'off' | 'form' | undefined {
  if (row.off === true && isOfLaw(row)) return 'off';
  return row.form === 'note' && countedByLaw.has(row.id) ? 'form' : undefined;
}
