import { createContext, useContext } from 'react';
import type { FormIssue } from './use-form.ts';

/** What fields know of the form around them. */
export type FormSurroundings = {
  readonly issues: readonly FormIssue[];
  readonly shows: (path: string) => boolean;
  readonly touch: (path: string) => void;
};

const nowhere: FormSurroundings = { issues: [], shows: () => false, touch: () => {} };

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
