import type { Desk } from '#shared/contract/desk.ts';
import { userIdField } from '#shared/contract/fields.ts';
import type { DeskBackend } from '../desks.ts';
import { type Act, actsOn } from './acting.ts';
import type { SampleDate, SampleDays } from './sample-days.ts';
import { type OfficePlan, officePlans, type Part, rolesOfPart, type SamplePerson } from './sample-offices.ts';

/** A sample office at work. */
export type SampleOffice = {
  readonly id: OfficePlan['setUp']['office'];
  readonly act: Act;
  /** The person of a part sits down at the desk. */
  readonly as: (part: Part) => Promise<void>;
  readonly people: OfficePlan['people'];
  readonly idOf: (part: Part) => ReturnType<typeof userIdField.parse>;
};

/** Both offices and the days they work on. */
export type Stage = Readonly<Record<Desk, SampleOffice>> & {
  readonly days: SampleDays;
  /** Exchanges until both have what the other wrote. */
  readonly meet: () => Promise<void>;
};

/** Something that happens at a moment, 'YYYY-MM-DDTHH:MM'. Scenes of all stories are played in the order of time. */
export type Scene = { readonly moment: string; readonly play: () => Promise<void> };

/** Makes a scene. */
export const at = (day: SampleDate, time: string, play: () => Promise<void>): Scene => ({
  moment: `${day}T${time}`,
  play,
});

/** Something a scene makes and later scenes need. */
export type Slot<T> = { readonly fill: (value: T) => void; readonly get: () => T };

/** Makes an empty slot; to look before it is filled is a mistake in the story. */
export function slot<T>(): Slot<T> {
  let held: { readonly value: T } | undefined;
  return {
    fill: (value) => {
      held = { value };
    },
    get: () => {
      if (!held) throw new Error('a scene of the sample is played too early');
      return held.value;
    },
  };
}

const addPerson = async (act: Act, { name, cardNo, phone }: SamplePerson, part: Part) =>
  userIdField.parse((await act('person.add', { name, cardNo, phone, roles: rolesOfPart[part] })).id);

/** Sets an office up with a person for each part of a letter's way. */
export async function openOffice(backend: DeskBackend, desk: Desk): Promise<SampleOffice> {
  const act = actsOn(backend);
  const { setUp, about, people } = officePlans[desk];
  const { recoveryKey } = await act('session.create', setUp);
  await act('session.confirmRecoveryKey', { recoveryKey });
  await act('office.amend', about);
  const clerk = userIdField.parse((await act('office.get', {})).me.id);
  const ids = {
    clerk,
    examiner: await addPerson(act, people.examiner, 'examiner'),
    head: await addPerson(act, people.head, 'head'),
    sealer: await addPerson(act, people.sealer, 'sealer'),
  };
  // Whoever sets an office up may do everything at first.
  await act('person.amend', { id: clerk, active: true, ...people.clerk, roles: rolesOfPart.clerk });
  let sitting: Part = 'clerk';
  const as = async (part: Part): Promise<void> => {
    if (part !== sitting) await act('person.actAs', { id: ids[part] });
    sitting = part;
  };
  return { id: setUp.office, act, as, people, idOf: (part) => ids[part] };
}
