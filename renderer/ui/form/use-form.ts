import { useEffect, useRef, useState } from 'react';
import type { ShownFailure } from '../state/failure-text.tsx';
import type { Bound } from './bound.ts';
import type { DraftStore } from './draft-store.ts';
import { type DraftState, useDraft } from './use-draft.ts';

/** Something about one field: an error stops the submit, a warning asks to look again. `text` is a finished sentence. */
export type FormIssue = { readonly path: string; readonly level: 'error' | 'warning'; readonly text: string };

/** What makes a form: where it begins, what is wrong with a value, where typing is kept, what submitting does. */
export type FormOptions<V extends object> = {
  readonly initial: V;
  readonly validate: (value: V) => readonly FormIssue[];
  readonly drafts?: DraftStore | undefined;
  /** Answers undefined when done; the draft is then discarded. */
  readonly submit: (value: V) => Promise<ShownFailure | undefined>;
};

/** A form at work. */
export type Form<V extends object> = {
  readonly root: Bound<V>;
  readonly issues: readonly FormIssue[];
  /** Paths whose issues may be shown: left once, or all after a submit was tried. */
  readonly shows: (path: string) => boolean;
  readonly touch: (path: string) => void;
  readonly submit: () => void;
  readonly running: boolean;
  readonly failure: ShownFailure | undefined;
  readonly draft: DraftState;
  /** Counts tries to submit that were stopped by errors; the shell moves the focus when it grows. */
  readonly stopped: number;
};

/** Runs one form: its value, its issues, its draft and its submit. Everything typed is kept until the submit is done. */
export function useForm<V extends object>(options: FormOptions<V>): Form<V> {
  const [value, setValue] = useState(options.initial);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(0);
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<ShownFailure>();
  const draft = useDraft({ store: options.drafts, initial: options.initial, value, restore: setValue });
  const issues = options.validate(value);
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });

  const set = (next: V): void => {
    latest.current = next;
    setValue(next);
    setFailure(undefined);
    draft.typed(next);
  };
  const submit = async (): Promise<void> => {
    if (running) return;
    if (options.validate(latest.current).some((issue) => issue.level === 'error')) {
      setTried((before) => before + 1);
      return;
    }
    setRunning(true);
    await draft.flush();
    const refusal = await options.submit(latest.current);
    if (refusal === undefined) await draft.finish();
    setRunning(false);
    setFailure(refusal);
  };
  return {
    root: {
      path: '',
      value,
      set: (next) => {
        set(next);
      },
    },
    issues: failure?.field === undefined ? issues : [...issues, refusedField(failure)],
    shows: (path) => tried > 0 || touched.has(path) || failure?.field === path,
    touch: (path) => {
      if (!touched.has(path)) setTouched((before) => new Set(before).add(path));
    },
    submit: () => {
      void submit();
    },
    running,
    failure,
    draft,
    stopped: tried,
  };
}

/** A refusal that names a field is also shown there; the shell puts its text in. */
function refusedField(failure: ShownFailure): FormIssue {
  return { path: failure.field ?? '', level: 'error', text: '' };
}
