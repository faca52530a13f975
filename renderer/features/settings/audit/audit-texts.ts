import { useTranslation } from 'react-i18next';
import type { CallOutput } from '#shared/contract/contract.ts';

/** One line of the audit trail. */
export type AuditLine = CallOutput<'audit.list'>['rows'][number];

const acts = [
  'opened',
  'tries',
  'keys',
  'desk-taken',
  'revealed',
  'printed',
  'exported',
  'settings',
  'people',
  'clock',
  'aside',
  'taken-over',
  'claim',
  'orphan',
] as const;
const means = ['passphrase', 'keychain', 'recovery-key', 'recovery-shares'] as const;
const keys = ['passphrase', 'recovery-key', 'recovery-shares', 'sealing-key'] as const;
const settings = [
  ...(['windowNumber', 'arbCaseNumber', 'lsiCaseNumber', 'letterNumber', 'orderNumber', 'handleNumber'] as const),
  ...(['penaltyNumber', 'sealedScanRequired', 'subNumbers', 'branches', 'server'] as const),
] as const;

/** The words of a line. An act this version does not know shows its code. */
export function useAuditTexts() {
  const { t } = useTranslation('settings');
  const settingName = (key: string): string => {
    const known = settings.find((one) => one === key);
    return known === undefined ? key : t(`audit.setting.${known}`);
  };
  return {
    at: (line: AuditLine): string => line.at.replace('T', ' '),
    act: (line: AuditLine): string => {
      const known = acts.find((one) => `audit.${one}` === line.act);
      return known === undefined ? line.act : t(`audit.acts.${known}`);
    },
    about: (line: AuditLine): string => {
      const by = line.act === 'audit.opened' ? means.find((one) => one === line.about) : undefined;
      if (by !== undefined) return t(`audit.by.${by}`);
      const key = line.act === 'audit.keys' ? keys.find((one) => one === line.about) : undefined;
      if (key !== undefined) return t(`audit.key.${key}`);
      if (line.act === 'audit.tries') {
        const [n = '', first = '', last = ''] = line.about.split(' ');
        return t('audit.tries', { n, first: first.replace('T', ' '), last: last.replace('T', ' ') });
      }
      return line.act === 'audit.settings' ? line.about.split(', ').map(settingName).join(' · ') : line.about;
    },
  };
}
