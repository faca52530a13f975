import { useTranslation } from 'react-i18next';
import type { FieldValue, ShownFailure } from '../state/failure-text.tsx';
import { type Amending, changesOf, choose, type FieldValues, meetConflict, retyped, unchosen } from './amending.ts';
import type { Bound } from './bound.ts';
import type { DraftStore } from './draft-store.ts';
import { type Form, type FormIssue, useForm } from './use-form.ts';

/** What makes a form over something that is there already. */
export type AmendOptions<T extends FieldValues> = {
  /** What is shown of it now, and the revision of that. Taken when the form is opened. */
  readonly initial: T;
  readonly base: number;
  readonly validate: (value: T) => readonly FormIssue[];
  readonly drafts?: DraftStore | undefined;
  /** Fields that mean something only beside each other: the two ends of a period. */
  readonly together?: readonly string[];
  /** What the form holds for a stored value; a masked number is left empty, which means unchanged. */
  readonly taken?: (field: string, stored: FieldValue) => FieldValue;
  readonly submit: (changes: Partial<T>, base: number) => Promise<ShownFailure | undefined>;
};

/** A form that changes something; `bound` is what its fields show and change. */
export type AmendForm<T extends FieldValues> = {
  readonly form: Form<Amending<T>>;
  readonly bound: Bound<T>;
  readonly choose: (field: string, choice: 'mine' | 'theirs') => void;
};

/** Path of the issue that a field still waits for a choice. */
export const clashPath = (field: string): string => `clash.${field}`;

/**
 * Runs a form over something others may change at the same time. Only what the person changed is submitted; when
 * somebody else changed the same field meanwhile, the form holds both until the person has chosen.
 */
export function useAmendForm<T extends FieldValues>(options: AmendOptions<T>): AmendForm<T> {
  const { t } = useTranslation('ui');
  const taken = options.taken ?? ((_field: string, stored: FieldValue): FieldValue => stored);
  const form: Form<Amending<T>> = useForm<Amending<T>>({
    initial: { typed: options.initial, began: options.initial, base: options.base, meanwhile: null },
    drafts: options.drafts,
    validate: (value) => [
      ...unchosen(value).map((field): FormIssue => ({ path: clashPath(field), level: 'error', text: t('clash.open') })),
      ...options.validate(value.typed),
    ],
    submit: async (value) => {
      const refusal = await options.submit(changesOf(value, options.together), value.base);
      if (refusal?.conflict === undefined) return refusal;
      form.root.set(meetConflict(form.now(), refusal.conflict, taken));
      return 'held';
    },
  });
  return {
    form,
    bound: {
      path: '',
      value: form.root.value.typed,
      set: (next) => {
        form.root.set(retyped(form.now(), next));
      },
    },
    choose: (field, choice) => {
      form.root.set(choose(form.now(), field, choice));
    },
  };
}
