import { useTranslation } from 'react-i18next';
import type { CallOutput } from '#shared/contract/contract.ts';

/** One line of the audit trail. */
export type AuditLine = CallOutput<'audit.list'>['rows'][number];

const acts = ['opened', 'desk-taken', 'revealed', 'printed', 'exported', 'settings', 'people'] as const;
const means = ['passphrase', 'keychain', 'recovery-key'] as const;
const settings = ['windowNumber', 'arbCaseNumber', 'lsiCaseNumber', 'letterNumber', 'sealedScanRequired'] as const;

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
      return line.act === 'audit.settings' ? line.about.split(', ').map(settingName).join(' · ') : line.about;
    },
  };
}
