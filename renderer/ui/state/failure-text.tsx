import { useTranslation } from 'react-i18next';

/** A field as it crosses the contract. */
export type FieldValue = string | number | null;

/** What became of something while a form over it was open: see the contract's Conflict. */
export type ShownConflict = {
  readonly revision: number;
  readonly fields: readonly string[];
  readonly stored: Readonly<Record<string, FieldValue>>;
  readonly by: string;
  readonly at: string;
};

/** A failure of the contract as the kit shows it: `code` names its text in the namespace `failure`. */
export type ShownFailure = {
  readonly kind: string;
  readonly code: string;
  readonly field?: string;
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly conflict?: ShownConflict;
};

/** The text of a failure. A code without its own text gets the text of its kind, and the code, so that it can be told on. */
export function useFailureText(): (failure: ShownFailure) => string {
  const { t, i18n } = useTranslation('failure');
  return (failure) => {
    const key = `code.${failure.code}`;
    if (i18n.exists(key, { ns: 'failure' })) return t(key, { ...failure.facts });
    const kind = i18n.exists(`kind.${failure.kind}`, { ns: 'failure' }) ? failure.kind : 'internal';
    return `${t(`kind.${kind}`)} (${failure.code})`;
  };
}

/** The text of a failure, inline. */
export function FailureText({ failure }: { readonly failure: ShownFailure }) {
  const text = useFailureText();
  return <>{text(failure)}</>;
}
