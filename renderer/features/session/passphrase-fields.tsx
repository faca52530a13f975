import { useTranslation } from 'react-i18next';
import { SecretField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import type { FormIssue } from '#renderer/ui/form/use-form.ts';
import { leastCharacters, strengthOf } from './passphrase.ts';

/** A passphrase typed twice. */
export type Passphrases = { readonly passphrase: string; readonly again: string };

/** What is wrong with a passphrase typed twice. */
export function usePassphraseIssues(): (value: Passphrases) => readonly FormIssue[] {
  const { t } = useTranslation('session');
  return ({ passphrase, again }) => {
    if (strengthOf(passphrase) === 'short') {
      return [{ path: 'passphrase', level: 'error', text: t('passphrase.short', { n: leastCharacters }) }];
    }
    return passphrase === again ? [] : [{ path: 'again', level: 'error', text: t('passphrase.differs') }];
  };
}

/** The two fields, with a word on how strong the first one is while it is typed. */
export function PassphraseFields<V extends Passphrases>({ bound }: { readonly bound: Bound<V> }) {
  const { t } = useTranslation('session');
  const both: Bound<Passphrases> = {
    path: bound.path,
    value: bound.value,
    set: (next) => {
      bound.set({ ...bound.value, ...next });
    },
  };
  const { passphrase } = both.value;
  return (
    <>
      <SecretField
        label={t('passphrase.label')}
        required
        bound={part(both, 'passphrase')}
        hint={passphrase === '' ? t('passphrase.hint') : t(`passphrase.strength.${strengthOf(passphrase)}`)}
      />
      <SecretField label={t('passphrase.again')} required bound={part(both, 'again')} />
    </>
  );
}
