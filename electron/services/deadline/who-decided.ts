import type { ReadDb } from '#electron/store/db.ts';
import { type WithdrawnEventRow, withdrawnEventsOf } from '#electron/store/tables/clock-events.ts';
import { findEntry } from '#electron/store/tables/entries.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { findPartner } from '#electron/store/tables/partners.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import type { DossierId, EntryId, OfficeId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { ClockEvent, ClockEventType } from '#shared/domain/deadline/clock-event.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import { limitKeyText } from '#shared/domain/deadline/limit-key.ts';
import { readBody } from '#shared/protocol/body.ts';
import { readText } from '../read-fields.ts';
import { recordedAt } from '../recorded-at.ts';
import type { RequestChains } from '../request/chains.ts';
import { limitPartName } from './deadline-line.ts';

/** What moved a limit, as the strip names it. */
export type StripEvents = CallOutput<'deadline.explain'>['events'];

/** What no longer counts, as the strip and the paper of a file's clocks name it. */
type Withdrawn = CallOutput<'deadline.file'>['gone'];

/** The part of an event's id before `mark`: the entry that moved the clock. Empty when the id names no entry. */
function entryOf(event: string, mark: '#' | ':'): EntryId {
  return event.slice(0, Math.max(0, event.lastIndexOf(mark))) as EntryId;
}

/** Whether an event of a file is withdrawn by itself: it names no step, whose events are put right with it. */
export function withdrawable(event: string): boolean {
  return entryOf(event, '#') === '';
}

function namedOf(db: ReadDb, names: ReadonlyMap<string, string>, event: ClockEvent) {
  const { id, type, on, basis = '', decidedBy = '', paper = '' } = event;
  const actor = findEntry(db, entryOf(id, '#'))?.parsed.actor ?? '';
  return { id, type, on, basis, decidedBy, paper, recordedBy: names.get(actor) ?? '' };
}

/**
 * The clock events of a file: who decided each and on which paper, or who entered the act that moved the clock. `stays`:
 * whether the file keeps an event of that kind as it is.
 */
export function decidersOfFile(
  db: ReadDb,
  events: readonly ClockEvent[],
  stays: (type: ClockEventType) => boolean,
): StripEvents {
  const names = peopleNames(db);
  return events.map((event) => ({
    ...namedOf(db, names, event),
    ...{
      amount: event.amount ?? null,
      ground: event.ground ?? '',
      withdrawable: withdrawable(event.id) && !stays(event.type),
    },
  }));
}

/** What was withdrawn of a file by limit (`limitKeyText`), with the reason as it was given and who gave it. */
export function withdrawnOfFile(db: ReadDb, dossier: DossierId): ReadonlyMap<string, Withdrawn> {
  const names = peopleNames(db);
  const view = ({ event, by, rule, of }: WithdrawnEventRow): Withdrawn[number] => {
    const entry = findEntry(db, by);
    const body = entry?.body === undefined ? undefined : readBody(entry.body);
    return {
      ...namedOf(db, names, event),
      ...{ rule, part: limitPartName(db, dossier, of), reason: readText(body, 'reason') },
      withdrawnBy: names.get(entry?.parsed.actor ?? '') ?? '',
      withdrawnAt: recordedAt(entry?.parsed.at ?? ''),
    };
  };
  const byLimit = Map.groupBy(withdrawnEventsOf(db, dossier), limitKeyText);
  return new Map([...byLimit].map(([key, rows]) => [key, rows.map(view)]));
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
    const recordedBy = names.get(author?.actor ?? '') ?? '';
    const plain = { amount: null, ground: '', withdrawable: false };
    return { id, type, on, basis: '', decidedBy, paper: '', recordedBy, ...plain };
  });
}
