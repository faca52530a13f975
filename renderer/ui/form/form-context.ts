import { createContext, useContext, useEffect } from 'react';
import type { FormIssue } from './use-form.ts';

/** What fields know of the form around them. */
export type FormSurroundings = {
  readonly issues: readonly FormIssue[];
  readonly shows: (path: string) => boolean;
  readonly touch: (path: string) => void;
  /** A field says whether its text means no value now; while one does, nothing is submitted. */
  readonly unreadable: (path: string, now: boolean) => void;
};

const nowhere: FormSurroundings = { issues: [], shows: () => false, touch: () => {}, unreadable: () => {} };

/** Given by the form shell. */
export const FormContext = createContext<FormSurroundings>(nowhere);

/** The issues a field shows now, errors first, and how it says that it was left. */
export function useFieldIssues(path: string): { readonly issues: readonly FormIssue[]; readonly touch: () => void } {
  const form = useContext(FormContext);
  const issues = form.shows(path) ? form.issues.filter((issue) => issue.path === path) : [];
  return {
    issues: issues.toSorted((a, b) => a.level.localeCompare(b.level)),
    touch: () => {
      form.touch(path);
    },
  };
}

/**
 * Keeps the form from being submitted while a field's text means no value: the value last understood would go out in
 * place of what stands on the screen. The answer tells the form at once, for a submit in the same keystroke.
 */
export function useUnreadable(path: string, now: boolean): (next: boolean) => void {
  const { unreadable } = useContext(FormContext);
  useEffect(() => {
    unreadable(path, now);
    return () => {
      unreadable(path, false);
    };
  }, [unreadable, path, now]);
  return (next) => {
    unreadable(path, next);
  };
}
