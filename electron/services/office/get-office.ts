import { findOffice } from '#electron/store/tables/office.ts';
import { allPeople } from '#electron/store/tables/people.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import { fullRegionName } from '#shared/domain/region/region.ts';
import { fingerprint } from '#shared/protocol/partner-card.ts';
import type { Handler } from '../context.ts';
import { officeSettings } from './office-settings.ts';
import { personView } from './person-view.ts';

/** This office, its settings, its people and who sits at the desk. */
export const getOffice: Handler<'office.get'> = ({ open, me }) => {
  const { db } = open.store;
  const office = findOffice(db);
  const people = allPeople(db).map(personView);
  const atDesk = people.find((person) => person.id === me);
  if (!office || !atDesk) return err(notFound('office'));
  const { settings: _, ...named } = office;
  return ok({
    ...named,
    regionName: fullRegionName(office.region),
    device: open.device,
    fingerprint: fingerprint({ office: office.id, officeKey: open.keys.root.publicKey }, open.suite),
    settings: officeSettings(db),
    me: atDesk,
    people,
  });
};
