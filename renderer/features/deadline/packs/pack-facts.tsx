import { useTranslation } from 'react-i18next';
import { FactList } from '#renderer/ui/page/fact-list.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';

/** What a file of rules is, and whether anybody known here signed it. */
export function PackFacts({ pack }: { readonly pack: NonNullable<CallOutput<'pack.check'>['pack']> }) {
  const { t } = useTranslation('pack');
  const lines = [
    ['title', pack.title],
    ['office', `${pack.officeName}（${pack.office}）`],
    ['made', pack.made],
    ['rows', t('rowsWhat', { n: pack.rows, elsewhere: pack.elsewhere })],
    ['fingerprint', pack.fingerprint],
  ] as const;
  return (
    <>
      <Notice tone={pack.signer === 'unknown' ? 'red' : 'green'}>{t(`signer.${pack.signer}`)}</Notice>
      <FactList facts={lines.map(([name, text]) => [t(`fact.${name}`), text])} />
    </>
  );
}
