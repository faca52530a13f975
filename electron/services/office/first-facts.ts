import type { OfficeId, UserId } from '#shared/base/ids.ts';
import type { Moment } from '#shared/base/ports.ts';
import type { Fact } from '../journal/fact.ts';

/** What an office begins with. */
export type FirstFacts = {
  readonly office: OfficeId;
  readonly name: string;
  /** Six-digit division code. */
  readonly region: string;
  readonly side: 'arbitration' | 'inspection' | 'both';
  /** Name of the person who sets it up. */
  readonly person: string;
  readonly moment: Moment;
};

/** The office and its first person, who may do everything until others are added. */
export function firstFacts(me: UserId, first: FirstFacts): readonly Fact[] {
  const on = first.moment.today;
  const { office, region, side, name, person } = first;
  const roles = ['clerk', 'arbitrator', 'inspector', 'head', 'seal'];
  return [
    {
      ...{ kind: 'office.set-up', on, facts: { office, region, side } },
      content: { name, address: '', postcode: '', phone: '', uscc: '' },
    },
    {
      kind: 'person.added',
      on,
      facts: { person: me, roles, active: true },
      content: { name: person, cardNo: '', phone: '' },
    },
  ];
}
