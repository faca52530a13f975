import { useSearchParams } from 'react-router';

/** The form that is open over a file's page: what it does, and the ids or codes it is about. */
export type OpenAct = { readonly form: string; readonly about: readonly string[] };

/**
 * The open form stands in the address ('?act=party.amend:<id>'), so that a draft found again leads straight into it and
 * Back closes it.
 */
export function useActAddress(): {
  readonly act: OpenAct | undefined;
  readonly open: (form: string, ...about: readonly string[]) => void;
  readonly close: () => void;
} {
  const [query, setQuery] = useSearchParams();
  const said = query.get('act');
  const [form, ...about] = (said ?? '').split(':');
  return {
    act: said === null || form === undefined ? undefined : { form, about },
    open: (next, ...parts) => {
      setQuery({ act: [next, ...parts].join(':') });
    },
    close: () => {
      setQuery({}, { replace: true });
    },
  };
}

/** Key of a form's draft, which says all that is needed to find the form again. */
export function draftKey(form: string, dossier: string, ...about: readonly string[]): string {
  return [form, dossier, ...about].join(':').replaceAll('_', '-');
}
