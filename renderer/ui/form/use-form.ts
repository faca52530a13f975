import { useEffect, useMemo, useRef, useState } from 'react';
import type { ShownFailure } from '../state/failure-text.tsx';
import type { Bound } from './bound.ts';
import type { DraftStore } from './draft-store.ts';
import { makeUnread, type Unread } from './unread.ts';
import { type DraftState, useDraft } from './use-draft.ts';

/** Something about one field: an error stops the submit, a warning asks to look again. `text` is a finished sentence. */
export type FormIssue = { readonly path: string; readonly level: 'error' | 'warning'; readonly text: string };

/** What makes a form: where it begins, what is wrong with a value, where typing is kept, what submitting does. */
export type FormOptions<V extends object> = {
  readonly initial: V;
  readonly validate: (value: V) => readonly FormIssue[];
  readonly drafts?: DraftStore | undefined;
  /**
   * Answers undefined when done; the draft is then discarded. 'held' when it was not done and the form's own value says
   * why.
   */
  readonly submit: (value: V) => Promise<ShownFailure | 'held' | undefined>;
};

/** A form at work. */
export type Form<V extends object> = {
  readonly root: Bound<V>;
  /** The newest value, also in a function made before it. */
  readonly now: () => V;
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
  readonly unread: Unread;
};

/** The tries to submit: at most one under way, stopped by errors, refused, or done. */
function useSubmit<V extends object>(
  options: FormOptions<V>,
  latest: { readonly current: V },
  draft: DraftState,
  unread: Unread,
) {
  const [stopped, setStopped] = useState(0);
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<ShownFailure>();
  const submit = async (): Promise<void> => {
    if (running) return;
    if (unread.paths().length > 0 || options.validate(latest.current).some((issue) => issue.level === 'error')) {
      setStopped((before) => before + 1);
      return;
    }
    setRunning(true);
    await draft.flush();
    const refusal = await options.submit(latest.current);
    if (refusal === undefined) await draft.finish();
    setRunning(false);
    if (refusal !== 'held') setFailure(refusal);
  };
  return { stopped, running, failure, setFailure, submit };
}

/** Runs one form: its value, its issues, its draft and its submit. Everything typed is kept until the submit is done. */
export function useForm<V extends object>(options: FormOptions<V>): Form<V> {
  const [value, setValue] = useState(options.initial);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  const unread = useMemo(makeUnread, []);
  const draft = useDraft({ store: options.drafts, initial: options.initial, unread, restore: setValue });
  useEffect(() => {
    unread.onKeep(() => draft.typed(latest.current));
  });
  const { stopped, running, failure, setFailure, submit } = useSubmit(options, latest, draft, unread);
  const issues = options.validate(value);
  const set = (next: V): void => {
    latest.current = next;
    setValue(next);
    setFailure(undefined);
    draft.typed(next);
  };
  return {
    root: { path: '', value, set },
    now: () => latest.current,
    // A refusal that names a field is shown there too; the shell puts its text in.
    issues:
      failure?.field === undefined ? issues : [...issues, { path: failure.field, level: 'error' as const, text: '' }],
    shows: (path) => stopped > 0 || touched.has(path) || failure?.field === path,
    touch: (path) => {
      if (!touched.has(path)) setTouched((before) => new Set(before).add(path));
    },
    submit: () => {
      void submit();
    },
    running,
    failure,
    draft,
    stopped,
    unread,
  };
}
