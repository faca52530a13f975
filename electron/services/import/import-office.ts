import type { ReadDb } from '#electron/store/db.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { allPeople } from '#electron/store/tables/people.ts';
import type { Moment } from '#shared/base/ports.ts';
import type { ImportOffice } from '#shared/domain/import/planned-file.ts';
import { rulesInForce } from '../deadline/rules-in-force.ts';
import { latestDay } from '../latest-day.ts';
import { importTemplates } from './imported-number.ts';

/** What lines of a table are held against: this office, its rules in force and its people. */
export function importOffice(db: ReadDb, moment: Moment): Omit<ImportOffice, 'base'> {
  const office = findOffice(db);
  const side = office?.side;
  return {
    side: side === 'arbitration' || side === 'inspection' ? side : 'both',
    region: office?.region ?? '',
    rules: rulesInForce(db).rows.map(({ id }) => id),
    people: allPeople(db)
      .filter(({ active }) => active)
      .map(({ id, name }) => ({ id, name })),
    templates: importTemplates(db),
    today: latestDay(db, moment),
  };
}
