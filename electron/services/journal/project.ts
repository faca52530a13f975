import type { WriteDb } from '#electron/store/db.ts';
import { appendEntry } from '#electron/store/tables/entries.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { readBody } from '#shared/protocol/body.ts';
import type { Entry } from '#shared/protocol/entry.ts';
import { agentProjectors } from '../agent/projectors.ts';
import type { OpenOffice } from '../context.ts';
import { limitProjectors } from '../deadline/projectors.ts';
import { dossierProjectors } from '../dossier/projectors.ts';
import { employerProjectors } from '../employer/projectors.ts';
import { takeGrants } from '../file/grants.ts';
import { importProjectors } from '../import/projectors.ts';
import { lawProjectors } from '../law/projectors.ts';
import { auditProjectors } from '../office/audit-projectors.ts';
import { officeProjectors } from '../office/projectors.ts';
import { partnerProjectors } from '../partner/projectors.ts';
import { projectRequestEntry, requestProjectors } from '../request/projectors.ts';
import { deviceProjectors } from '../session/device-fact.ts';
import type { Projector, Stored, Whose } from './projector.ts';

const projectors: Readonly<Record<string, Projector>> = {
  ...deviceProjectors,
  ...officeProjectors,
  ...auditProjectors,
  ...dossierProjectors,
  ...agentProjectors,
  ...employerProjectors,
  ...requestProjectors,
  ...importProjectors,
  ...lawProjectors,
  ...limitProjectors,
  ...partnerProjectors,
};

/**
 * Turns a stored entry into table rows: the one way for our own entries, for a partner's and in a rebuild. A kind this
 * version does not know leaves the tables alone; the entry stays and a later version projects it.
 */
export function project(tx: WriteDb, stored: Stored, whose: Whose): void {
  const { entry } = stored;
  if (entry.parsed.chain.startsWith('request/')) return projectRequestEntry(tx, stored, whose);
  if (!Object.hasOwn(projectors, entry.parsed.kind)) return;
  const content = entry.body === undefined ? undefined : readBody(entry.body);
  projectors[entry.parsed.kind]?.(tx, { ...stored, content }, whose);
}

/** How an entry came: the partner whose package brought it, and whether more of its request follow at once. */
export type Arrival = { readonly from: OfficeId; readonly date: LocalDate; readonly more: boolean };

/**
 * Stores a verified entry of a partner, or an own one that came back, notes the files it brings, which the partner has, and
 * projects it. Answers its number.
 */
export function arrive(tx: WriteDb, entry: Entry, { from, date, more }: Arrival, open: OpenOffice): number {
  const n = appendEntry(tx, entry, date);
  const { files } = entry.parsed;
  if (files.length > 0 && entry.body !== undefined) takeGrants(tx, files, readBody(entry.body), open.suite, from);
  project(tx, { entry, n, date, more }, open);
  return n;
}
