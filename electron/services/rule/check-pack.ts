import { ok } from '#shared/base/result.ts';
import { withPack } from '#shared/domain/deadline/pack-file/lay-pack.ts';
import type { Handler } from '../context.ts';
import { rulesBeneath, shippedRules } from '../deadline/rules-in-force.ts';
import { packView } from './pack-view.ts';
import { readPackFile } from './read-pack-file.ts';

/** Faults told at most: a file that holds no rules at all has one on every row. */
const shown = 100;

/** What is wrong with a file of rules, or who signed it and what it would change. */
export const checkPack: Handler<'pack.check'> = ({ open }, { file }) => {
  const read = readPackFile(open, file);
  if (!read.ok) return ok({ faults: read.error.slice(0, shown), pack: null });
  const { db } = open.store;
  const after = withPack(shippedRules(db), read.value.rows, 'read');
  return ok({ faults: [], pack: packView(open, read.value, rulesBeneath(db), after) });
};
