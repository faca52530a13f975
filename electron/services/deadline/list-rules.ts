import { findOffice } from '#electron/store/tables/office.ts';
import { ok } from '#shared/base/result.ts';
import { rulesFor, rulesOn } from '#shared/domain/deadline/pack.ts';
import type { Handler } from '../context.ts';

/** The rule rows in force here today, with the packs they come from. */
export const listRules: Handler<'rule.list'> = ({ open, moment }) => {
  const rules = rulesFor(findOffice(open.store.db)?.region ?? '');
  return ok({ pack: rules.id, version: rules.version, rows: [...rulesOn(rules, moment.today)] });
};
