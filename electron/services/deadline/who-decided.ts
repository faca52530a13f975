import type { ReadDb } from '#electron/store/db.ts';
import { findEntry } from '#electron/store/tables/entries.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { findPartner } from '#electron/store/tables/partners.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import type { EntryId, OfficeId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { ClockEvent } from '#shared/domain/deadline/clock-event.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import type { RequestChains } from '../request/chains.ts';

/** What moved a limit, as the strip names it. */
export type StripEvents = CallOutput<'deadline.explain'>['events'];

/** The part of an event's id before `mark`: the entry that moved the clock. Empty when the id names no entry. */
function entryOf(event: string, mark: '#' | ':'): EntryId {
  return event.slice(0, Math.max(0, event.lastIndexOf(mark))) as EntryId;
}

/** The clock events of a file: who decided each and on which paper, or who entered the act that moved the clock. */
export function decidersOfFile(db: ReadDb, events: readonly ClockEvent[]): StripEvents {
  const names = peopleNames(db);
  return events.map(({ id, type, on, basis = '', decidedBy = '', paper = '' }) => {
    const actor = findEntry(db, entryOf(id, '#'))?.parsed.actor ?? '';
    return { id, type, on, basis, decidedBy, paper, recordedBy: names.get(actor) ?? '' };
  });
}

/**
 * What moved a limit of a request: the office that decided it, and the person who entered it where that was one of ours.
 * A command counts as its author's, although the executor wrote when it took effect.
 */
export function decidersOfRequest(db: ReadDb, chains: RequestChains, deadline: Deadline): StripEvents {
  const names = peopleNames(db);
  const own = findOffice(db);
  const named = (office: OfficeId): string => (office === own?.id ? own.name : findPartner(db, office)?.name) ?? office;
  return deadline.changes.map(({ event: id, type, on }) => {
    const entry = entryOf(id, ':');
    const event = [...chains.e, ...chains.r].find((one) => one.id === entry);
    const author = event?.command ?? event;
    const decidedBy = author ? named(author.office) : '';
    return { id, type, on, basis: '', decidedBy, paper: '', recordedBy: names.get(author?.actor ?? '') ?? '' };
  });
}
