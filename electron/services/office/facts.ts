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
