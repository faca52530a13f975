import { useTranslation } from 'react-i18next';
import { RadioField } from '#renderer/ui/fields/choice-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import type { FormIssue } from '#renderer/ui/form/use-form.ts';
import type { CallInput } from '#shared/contract/contract.ts';

/** The recovery key as a whole, or two of the shares it was split in. */
export type TypedRecovery = {
  readonly by: 'key' | 'shares';
  readonly recoveryKey: string;
  readonly otherShare: string;
};

/** Nothing typed yet. */
export const noRecovery: TypedRecovery = { by: 'key', recoveryKey: '', otherShare: '' };

/** What is handed over of what was typed. */
export function givenRecovery(typed: TypedRecovery): Pick<CallInput<'session.recover'>, 'recoveryKey' | 'otherShare'> {
  const { by, recoveryKey, otherShare } = typed;
  return by === 'key' ? { recoveryKey } : { recoveryKey, otherShare };
}

/** What is missing of it. */
export function useRecoveryIssues(): (typed: TypedRecovery) => readonly FormIssue[] {
  const { t } = useTranslation('session');
  return ({ by, recoveryKey, otherShare }) => {
    const missing = t(by === 'key' ? 'recovery.missing' : 'recovery.shareMissing');
    return [
      // Choosing the shares leaves the field of the key: while neither is begun, the second field alone asks.
      ...(recoveryKey.trim() === '' && (by === 'key' || otherShare.trim() !== '')
        ? [{ path: 'recoveryKey', level: 'error' as const, text: missing }]
        : []),
      ...(by === 'shares' && otherShare.trim() === ''
        ? [{ path: 'otherShare', level: 'error' as const, text: missing }]
        : []),
    ];
  };
}

/** The fields for it. Secrets: they are kept in no draft. */
export function RecoveryFields<V extends TypedRecovery>(props: {
  readonly bound: Bound<V>;
  readonly autoFocus?: boolean;
}) {
  const { t } = useTranslation('session');
  const { bound } = props;
  const typed: Bound<TypedRecovery> = {
    path: bound.path,
    value: bound.value,
    set: (next) => {
      bound.set({ ...bound.value, ...next });
    },
  };
  const inShares = typed.value.by === 'shares';
  return (
    <>
      <RadioField
        label={t('recovery.by')}
        whole
        bound={part(typed, 'by')}
        choices={[
          { value: 'key', label: t('recovery.byKey') },
          { value: 'shares', label: t('recovery.byShares') },
        ]}
      />
      <TextField
        label={t(inShares ? 'recovery.share' : 'recovery.key')}
        hint={t(inShares ? 'recovery.shareHint' : 'recovery.keyHint')}
        required
        whole
        autoFocus={props.autoFocus === true}
        bound={part(typed, 'recoveryKey')}
      />
      {inShares ? (
        <TextField label={t('recovery.otherShare')} required whole bound={part(typed, 'otherShare')} />
      ) : null}
    </>
  );
}
