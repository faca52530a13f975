import { ok } from '#shared/base/result.ts';
import { rulesNotOn, rulesOn } from '#shared/domain/deadline/pack.ts';
import type { Handler } from '../context.ts';
import { ownRules } from '../rule/own-rules.ts';
import { rulesInForce } from './rules-in-force.ts';

/** The rule rows in force here today and those files may have from other days, with the packs they come from. */
export const listRules: Handler<'rule.list'> = ({ open, moment }) => {
  const rules = rulesInForce(open.store.db);
  return ok({
    pack: rules.id,
    version: rules.version,
    rows: [...rulesOn(rules, moment.today)],
    notNow: [...rulesNotOn(rules, moment.today)],
    own: ownRules(open.store.db),
  });
};
