import { type ReactNode, useState } from 'react';
import { type Form, type FormOptions, useForm } from '#renderer/ui/form/use-form.ts';
import type { ShownConflict } from '#renderer/ui/state/failure-text.tsx';
import { baseOf, ReplacedPanel } from './replaced-panel.tsx';

/** A letter's form, and what to show in it when its text was handed in elsewhere meanwhile. */
export type WrittenForm<V extends object> = { readonly form: Form<V>; readonly replaced: ReactNode };

/**
 * Runs the form of a letter whose value names the text it was begun on. When another text was handed in meanwhile,
 * nothing is replaced until the person says so.
 */
export function useWrittenForm<V extends { readonly base: string | null }>(
  there: string,
  options: FormOptions<V>,
): WrittenForm<V> {
  const [met, setMet] = useState<{ readonly conflict: ShownConflict; readonly base: string }>();
  const form: Form<V> = useForm<V>({
    ...options,
    submit: async (value) => {
      const refusal = await options.submit(value);
      const base = refusal === 'held' ? undefined : baseOf(refusal);
      if (refusal === 'held' || refusal?.conflict === undefined || base === undefined) return refusal;
      setMet({ base, conflict: refusal.conflict });
      return 'held';
    },
  });
  if (met === undefined) return { form, replaced: null };
  return {
    form,
    replaced: (
      <ReplacedPanel
        conflict={met.conflict}
        there={there}
        onMine={() => {
          form.root.set({ ...form.now(), base: met.base });
          setMet(undefined);
          form.submit();
        }}
        onTheirs={() => {
          form.draft.startOver();
          setMet(undefined);
        }}
      />
    ),
  };
}
