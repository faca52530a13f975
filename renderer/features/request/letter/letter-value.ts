import type { OfficeId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CommissionLetter, LetterItem } from '#shared/contract/letter.ts';
import { atLeastTwo, named } from '../fields/handlers-field.tsx';

/** A letter as it is being typed: the partner and the date asked for may still be missing. */
export type LetterValue = {
  readonly partner: OfficeId | null;
  readonly askedDate: LocalDate | null;
  readonly letter: CommissionLetter;
  /** Hash of the unsent text it was begun on, kept in the draft beside it; null for a new letter. */
  readonly base: string | null;
};

/** What the form begins with; `base` is the hash of the unsent text it begins from. */
export function letterValue(partner: OfficeId | null, letter: CommissionLetter, base: string | null): LetterValue {
  return {
    base,
    partner,
    askedDate: letter.askedDate,
    letter: { ...letter, handlers: atLeastTwo(letter.handlers) },
  };
}

type Finished = { readonly partner: OfficeId; readonly letter: CommissionLetter; readonly base: string | null };

/** The letter to hand in; undefined while the partner or the date is missing. */
export function finished(value: LetterValue): Finished | undefined {
  const { partner, askedDate, letter, base } = value;
  if (partner === null || askedDate === null) return undefined;
  return { base, partner, letter: { ...letter, askedDate, handlers: named(letter.handlers) } };
}

/** A further item with an id no other item has. */
export function nextItem(items: readonly LetterItem[]): LetterItem {
  const numbers = items.map((item) => Number(/^i(\d+)$/.exec(item.id)?.[1] ?? 0));
  const object = { type: 'person' as const, name: '', idNo: '', uscc: '', phone: '', address: '', relation: '' };
  return {
    ...{ id: `i${Math.max(0, ...numbers) + 1}`, kind: 'inquiry', object },
    ...{ questions: '', proves: '', form: 'any' },
  };
}
