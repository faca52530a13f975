import type { ReadDb } from '#electron/store/db.ts';
import { aboutAfter } from '#electron/store/tables/about.ts';
import { findEntry } from '#electron/store/tables/entries.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure, StoredValue } from '#shared/contract/failure.ts';
import { readBody } from '#shared/protocol/body.ts';
import type { EntryHeader } from '#shared/protocol/entry.ts';
import { recordedAt } from '../recorded-at.ts';

type Values = Readonly<Record<string, StoredValue>>;

/** Something whose fields are changed one by one, as it is stored now. */
export type Changeable<V extends Values> = {
  /** Under which its facts are found. */
  readonly subject: string;
  /** The newest number in the order of arrival the whole file has now. */
  readonly revision: number;
  /** The number the person was shown when the form was opened. */
  readonly base: number;
  readonly stored: V;
  /** What a screen may see of a field; left out: the field itself. */
  readonly shown?: (field: string, value: StoredValue) => StoredValue;
};

type Later = { readonly fields: ReadonlySet<string>; readonly last: EntryHeader | undefined };

/** The fields facts after the base wrote. A fact whose body was erased may have written any of them. */
function writtenAfter(db: ReadDb, { subject, base, stored }: Changeable<Values>): Later {
  const fields = new Set<string>();
  let last: EntryHeader | undefined;
  for (const id of aboutAfter(db, subject, base)) {
    const entry = findEntry(db, id);
    if (entry === undefined) continue;
    const content = entry.body === undefined ? undefined : readBody(entry.body);
    const bodiless = content === undefined && entry.parsed.body !== null;
    const said = bodiless ? stored : { ...entry.parsed.facts, ...content };
    for (const field of Object.keys(stored)) if (Object.hasOwn(said, field)) fields.add(field);
    last = entry.parsed;
  }
  return { fields, last };
}

/** The fields a call names: those left out are not there, where the contract leaves them undefined. */
export function givenFields<V extends Values>(typed: { readonly [K in keyof V]?: V[K] | undefined }): Partial<V> {
  // The entries of a part of V are a part of V.
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)) as Partial<V>;
}

/** The fields of `whole` that `given` names: what was typed, in the form it would be stored in. */
export function sameFields<V extends Values>(whole: V, given: Partial<V>): Partial<V> {
  return givenFields<V>(Object.fromEntries(Object.keys(given).map((field) => [field, whole[field]])) as Partial<V>);
}

/**
 * What of a change is to be written: the fields that differ from what is stored. When somebody else changed one of
 * them after the base, to something else, nothing is: the conflict says what is stored now. Fields only one side
 * changed never stand in each other's way.
 */
export function mergeChange<V extends Values>(
  db: ReadDb,
  target: Changeable<V>,
  change: Partial<V>,
): Result<Partial<V>, Failure> {
  const { stored, revision, shown = (_field, value) => value } = target;
  const wanted = Object.entries(change).filter(([field, value]) => value !== undefined && value !== stored[field]);
  const { fields: later, last } = writtenAfter(db, target);
  const both = wanted.map(([field]) => field).filter((field) => later.has(field));
  // Fields that were read off a part of V.
  if (both.length === 0 || last === undefined) return ok(Object.fromEntries(wanted) as Partial<V>);
  const now = Object.entries(stored).filter(([field]) => later.has(field));
  return err({
    kind: 'conflict',
    code: 'conflict.changed-meanwhile',
    conflict: {
      ...{ revision, fields: both, stored: Object.fromEntries(now.map(([f, value]) => [f, shown(f, value)])) },
      ...{ by: peopleNames(db).get(last.actor) ?? '', at: recordedAt(last.at) },
    },
  });
}
