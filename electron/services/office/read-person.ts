import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { cleanTexts, emptyText } from '../typed-text.ts';
import type { PersonDetails } from './facts.ts';

/** Makes what was typed about a person fit to be stored; each role counts once. */
export function readPerson(typed: PersonDetails): Result<PersonDetails, Failure> {
  const clean = cleanTexts({
    name: { value: typed.name, max: 60 },
    cardNo: { value: typed.cardNo, max: 60 },
    phone: { value: typed.phone, max: 40 },
  });
  if (!clean.ok) return clean;
  if (clean.value.texts.name === '') return err(emptyText('person.name-empty', 'name'));
  return ok({ ...clean.value.texts, roles: [...new Set(typed.roles)], active: typed.active });
}
