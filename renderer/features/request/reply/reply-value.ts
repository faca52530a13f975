import type { LocalDate } from '#shared/base/local-date.ts';
import type { CommissionLetter, LetterFile, ReplyItem, ReplyLetter } from '#shared/contract/letter.ts';
import { atLeastTwo, type HandlerValue, named } from '../fields/handlers-field.tsx';

/** One item's answer while it is typed: nothing is chosen at first, and dates of attempts may be missing. */
export type ItemValue = {
  readonly item: string;
  readonly outcome: ReplyItem['outcome'] | null;
  readonly text: string;
  readonly attempts: readonly { readonly on: LocalDate | null; readonly text: string }[];
  readonly evidence: readonly { readonly name: string; readonly form: 'original' | 'copy'; readonly pages: string }[];
};

/** A reply while it is typed. */
export type ReplyValue = {
  readonly final: boolean;
  readonly items: readonly ItemValue[];
  readonly course: string;
  readonly needsMore: string;
  readonly department: string;
  readonly handlers: readonly HandlerValue[];
  readonly files: readonly LetterFile[];
  /** Hash of the unsent text it was begun on, kept in the draft beside it; null for a new reply. */
  readonly base: string | null;
};

/** What a reply begins with: an earlier text when it is written again, else every item still open. */
export function replyValue(
  letter: CommissionLetter,
  earlier: ReplyLetter | null,
  handlers: readonly HandlerValue[],
  base: string | null,
): ReplyValue {
  const blank = (id: string): ItemValue => ({ item: id, outcome: null, text: '', attempts: [], evidence: [] });
  const held = (item: ReplyItem): ItemValue => ({
    ...item,
    evidence: item.evidence.map(({ name, original, pages }) => ({
      ...{ name, pages: String(pages), form: original ? ('original' as const) : ('copy' as const) },
    })),
  });
  const items = letter.items.map(({ id }) => {
    const known = earlier?.items.find((item) => item.item === id);
    return known === undefined ? blank(id) : held(known);
  });
  return {
    ...{ final: earlier?.final ?? true, items, course: earlier?.course ?? '', needsMore: earlier?.needsMore ?? '' },
    ...{ base, department: earlier?.department ?? '' },
    ...{ handlers: atLeastTwo(earlier?.handlers ?? handlers), files: earlier?.files ?? [] },
  };
}

/** The reply to hand in. In a part sent ahead, items nobody has answered are left out. */
export function finishedReply(value: ReplyValue, today: LocalDate): ReplyLetter {
  const answered = value.items.flatMap((item) => (item.outcome === null ? [] : [{ ...item, outcome: item.outcome }]));
  return {
    ...{ final: value.final, course: value.course, needsMore: value.needsMore },
    department: value.department,
    ...{ handlers: named(value.handlers), files: [...value.files] },
    items: answered.map(({ item, outcome, text, attempts, evidence }) => ({
      ...{ item, outcome, text },
      attempts: attempts
        .filter((attempt) => attempt.text.trim() !== '')
        .map((attempt) => ({ on: attempt.on ?? today, text: attempt.text })),
      evidence: evidence
        .filter((one) => one.name.trim() !== '')
        .map(({ name, form, pages }) => ({ name, original: form === 'original', pages: Number(pages) || 0 })),
    })),
  };
}
