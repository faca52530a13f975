import { findOffice } from '#electron/store/tables/office.ts';
import { ok } from '#shared/base/result.ts';
import { rulesFor, rulesOn } from '#shared/domain/deadline/pack.ts';
import type { Handler } from '../context.ts';

/** The rule rows in force here today. */
export const listRules: Handler<'rule.list'> = ({ open, moment }) => {
  const rules = rulesFor(findOffice(open.store.db)?.region ?? '');
  return ok(
    rulesOn(rules, moment.today).map(({ id, name, amount, unit, basis, region, confidence }) => ({
      ...{ id, nameZh: name.zh, nameEn: name.en, amount, unit },
      ...{ basis: basis.map((row) => row.zh).join(';'), region, confidence },
    })),
  );
};
