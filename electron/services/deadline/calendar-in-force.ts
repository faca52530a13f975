import type { ReadDb } from '#electron/store/db.ts';
import { findLawChange } from '#electron/store/tables/law-changes.ts';
import { type LawSlotRow, lawSlots } from '#electron/store/tables/law-slots.ts';
import { makeCalendar, shippedCalendar, type WorkCalendar } from '#shared/domain/calendar/work-calendar.ts';
import type { CalendarYear } from '#shared/domain/calendar/year.ts';

/** Slot of one year of the calendar. */
export function yearSlot(year: number): string {
  return `calendar/${year}`;
}

/** Calendars made lately, by version: a version names the confirmed entries it comes from, so it never means two things. */
const made = new Map<string, WorkCalendar>();
const keptCalendars = 8;

/** A short name of a confirmed change: the beginning of its entry's hash. */
export function shortChange(change: string): string {
  return change.slice(change.indexOf(':') + 1, change.indexOf(':') + 9);
}

/** The year a confirmed change holds; undefined when it puts back what ships. */
export function yearOfContent(content: string): CalendarYear | undefined {
  // Written from a checked year file by `calendar.propose` and by nothing else.
  return content === '' ? undefined : (JSON.parse(content) as CalendarYear);
}

function make(db: ReadDb, version: string, slots: readonly LawSlotRow[]): WorkCalendar {
  const own = slots.map(({ change }) => yearOfContent(findLawChange(db, change)?.content ?? ''));
  const years = new Map(shippedCalendar.years);
  for (const year of own) if (year) years.set(year.year, year);
  return makeCalendar(version, [...years.values()]);
}

/**
 * The working days this office counts by: what the program ships, with the years its people imported and confirmed over
 * it. Every limit and every list asks here.
 */
export function calendarInForce(db: ReadDb): WorkCalendar {
  const slots = lawSlots(db, 'calendar/');
  if (slots.length === 0) return shippedCalendar;
  const own = slots.map(({ slot, change }) => `${slot.slice('calendar/'.length)}.${shortChange(change)}`);
  const version = [shippedCalendar.version, ...own].join('+');
  const known = made.get(version) ?? make(db, version, slots);
  made.delete(version);
  made.set(version, known);
  const oldest = made.size > keptCalendars ? made.keys().next().value : undefined;
  if (oldest !== undefined) made.delete(oldest);
  return known;
}
