import type { ReadDb } from '#electron/store/db.ts';
import { findEntry } from '#electron/store/tables/entries.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { findPartner } from '#electron/store/tables/partners.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import type { EntryId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { ClockEvent } from '#shared/domain/deadline/clock-event.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import { embeddedCommand } from '#shared/protocol/request-event.ts';

/** What moved a limit, as the strip names it. */
export type StripEvents = CallOutput<'deadline.explain'>['events'];

/** The clock events of a file: who decided each and on which paper, and who entered those that nobody else decided. */
export function decidersOfFile(db: ReadDb, events: readonly ClockEvent[]): StripEvents {
  const names = peopleNames(db);
  return events.map(({ id, type, on, basis = '', decidedBy = '', paper = '' }) => {
    // A clock that began or ended by an act on the file is named after the entry of that act.
    const entry = findEntry(db, id.slice(0, Math.max(0, id.indexOf('#'))) as EntryId);
    const recordedBy = names.get(entry?.parsed.actor ?? '') ?? '';
    return { id, type, on, basis, decidedBy, paper, recordedBy };
  });
}

/**
 * What moved a limit of a request: the office that wrote the entry, and the person where it was ours. People of a partner
 * are opaque ids here. A command counts as its author's, although the executor wrote when it took effect.
 */
export function decidersOfRequest(db: ReadDb, deadline: Deadline): StripEvents {
  const names = peopleNames(db);
  const own = findOffice(db);
  return deadline.changes.map(({ event, type, on }) => {
    const entry = findEntry(db, event.slice(0, Math.max(0, event.lastIndexOf(':'))) as EntryId);
    const author = entry && (embeddedCommand(entry.parsed)?.parsed ?? entry.parsed);
    const office = author?.office === own?.id ? own?.name : author && findPartner(db, author.office)?.name;
    const recordedBy = names.get(author?.actor ?? '') ?? '';
    return { id: event, type, on, basis: '', decidedBy: office ?? '', paper: '', recordedBy };
  });
}
