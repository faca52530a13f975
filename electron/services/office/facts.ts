import type { SeriesPlace } from '#electron/store/tables/number-series.ts';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { UserId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { Fact } from '../journal/fact.ts';

/** How the office is named and reached. */
export type OfficeDetails = {
  readonly name: string;
  readonly address: string;
  readonly postcode: string;
  readonly phone: string;
  readonly uscc: string;
};

/** What is recorded of a person of the office. */
export type PersonDetails = {
  readonly name: string;
  readonly roles: readonly string[];
  readonly cardNo: string;
  readonly phone: string;
  readonly active: boolean;
};

/** The office is named or reached otherwise from now on. */
export function officeAmended(on: LocalDate, details: OfficeDetails): Fact {
  return { kind: 'office.amended', on, facts: {}, content: { ...details } };
}

/** Settings that bind the whole office; only the changed ones. */
export function officeSettingsChanged(on: LocalDate, changed: JsonObject): Fact {
  return { kind: 'office.settings', on, facts: changed };
}

/** Places one fact names: a header has a bound, and a ledger may hold numbers of any number of years. */
const placesEach = 500;

/**
 * The last places of series among numbers that files here bear already: each series goes on behind its own. Recorded with
 * the settings that brought them into it, so that a replay need not read the numbers again.
 */
export function seriesStarted(on: LocalDate, behind: readonly SeriesPlace[]): readonly Fact[] {
  return Array.from({ length: Math.ceil(behind.length / placesEach) }, (_, at) => {
    const places = behind.slice(at * placesEach, (at + 1) * placesEach);
    return {
      kind: 'office.series',
      on,
      facts: { behind: places.map(({ series, year, seq }) => ({ series, year, seq })) },
    };
  });
}

function personFact(kind: string, on: LocalDate, id: UserId, { roles, active, ...content }: PersonDetails): Fact {
  return { kind, on, facts: { person: id, roles: [...roles], active }, content };
}

/** A person joins the office. */
export function personAdded(on: LocalDate, id: UserId, details: PersonDetails): Fact {
  return personFact('person.added', on, id, details);
}

/** What is recorded of a person changes. */
export function personAmended(on: LocalDate, id: UserId, details: PersonDetails): Fact {
  return personFact('person.amended', on, id, details);
}
