import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { badInput, cleanTexts } from '../typed-text.ts';
import type { PersonDetails } from './facts.ts';

const shapes = { name: { max: 60 }, cardNo: { max: 60 }, phone: { max: 40 } } as const;

/** Makes what was typed about a person fit to be stored; each role counts once. */
export function readPerson(typed: PersonDetails): Result<PersonDetails, Failure> {
  const clean = cleanTexts(typed, shapes);
  if (!clean.ok) return clean;
  if (clean.value.texts.name === '') return err(badInput({ code: 'person.name-empty', field: 'name' }));
  return ok({ ...clean.value.texts, roles: [...new Set(typed.roles)], active: typed.active });
}
