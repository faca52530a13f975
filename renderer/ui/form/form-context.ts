import { createContext, useContext, useEffect } from 'react';
import { afterPress } from './after-press.ts';
import { makeUnread, type Unread } from './unread.ts';
import type { FormIssue } from './use-form.ts';

/** What fields know of the form around them. */
export type FormSurroundings = {
  readonly issues: readonly FormIssue[];
  readonly shows: (path: string) => boolean;
  readonly touch: (path: string) => void;
  readonly unread: Unread;
};

const nowhere: FormSurroundings = {
  issues: [],
  shows: () => false,
  touch: () => {},
  unread: makeUnread(),
};

/** Given by the form shell. */
export const FormContext = createContext<FormSurroundings>(nowhere);

/** The issues a field shows now, errors first, and how it says that it was left. */
export function useFieldIssues(path: string): { readonly issues: readonly FormIssue[]; readonly touch: () => void } {
  const form = useContext(FormContext);
  const { place } = form.unread;
  useEffect(() => place(path), [place, path]);
  const issues = form.shows(path) ? form.issues.filter((issue) => issue.path === path) : [];
  return {
    issues: issues.toSorted((a, b) => a.level.localeCompare(b.level)),
    touch: () => {
      afterPress(() => {
        form.touch(path);
      });
    },
  };
}

/**
 * Keeps the form from being submitted while a field's text means no value: the value last understood would go out in
 * place of what stands on the screen. The answer tells the form at once, for a submit in the same keystroke.
 */
export function useUnreadable(path: string, now: boolean): (next: boolean) => void {
  const { mark } = useContext(FormContext).unread;
  useEffect(() => {
    mark(path, now);
    return () => {
      mark(path, false);
    };
  }, [mark, path, now]);
  return (next) => {
    mark(path, next);
  };
}

/** What stood in a field and meant no value when the draft was kept, and how the field says what stands in it now. */
export function useKeptText(
  path: string,
): readonly [kept: string | undefined, keep: (text: string | undefined) => void] {
  const { unread } = useContext(FormContext);
  return [
    unread.text(path),
    (text) => {
      unread.keep(path, text);
    },
  ];
}
