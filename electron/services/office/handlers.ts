import type { Handlers } from '../context.ts';
import { actAs } from './act-as.ts';
import { addPerson } from './add-person.ts';
import { amendOffice } from './amend-office.ts';
import { amendPerson } from './amend-person.ts';
import { confirmClock } from './confirm-clock.ts';
import { getOffice } from './get-office.ts';
import { listAudit } from './list-audit.ts';
import { listRegions } from './list-regions.ts';
import { proposePaperNumber } from './paper-number.ts';
import { recordPrint } from './record-print.ts';
import { setBranches } from './set-branches.ts';
import { setSettings } from './set-settings.ts';

/** Calls about the office, its people and its audit trail. */
export const officeHandlers = {
  'office.get': getOffice,
  'office.amend': amendOffice,
  'office.setSettings': setSettings,
  'office.setBranches': setBranches,
  'office.confirmClock': confirmClock,
  'office.paperNumber': proposePaperNumber,
  'person.add': addPerson,
  'person.amend': amendPerson,
  'person.actAs': actAs,
  'region.list': listRegions,
  'audit.list': listAudit,
  'audit.printed': recordPrint,
} satisfies Partial<Handlers>;
