import { useTranslation } from 'react-i18next';
import { byteSize } from '#renderer/ui/format/byte-size.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';

/** 隔离区: packages that could not be used, kept as they came, each with its reason. They never block anything. */
export function QuarantinePanel({ status }: { readonly status: CallOutput<'sync.status'> }) {
  const { t } = useTranslation('sync');
  const rows = status.quarantine;
  const nameOf = (office: string): string => status.partners.find((one) => one.office === office)?.name ?? office;
  return (
    <Panel title={t('quarantine.title', { n: rows.length })} padded>
      {rows.length === 0 ? (
        <p className="soft">{t('quarantine.none')}</p>
      ) : (
        <>
          <ul className="quarantine">
            {rows.map((row) => (
              <li key={row.id}>
                <Badge tone="red">{t('quarantine.refused')}</Badge> <QuarantineWhy code={row.code} />
                <span className="soft small block">
                  {[row.at, nameOf(row.from), byteSize(row.size)].filter((part) => part !== '').join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          <p className="soft small">{t('quarantine.kept')}</p>
        </>
      )}
    </Panel>
  );
}

/** The reason a code stands for, in the few words a clerk needs. */
function reasonOf(code: string): string {
  const bare = code.replace(/^package\./, '');
  const exact: Readonly<Record<string, string>> = {
    malformed: 'malformed',
    'seal-malformed': 'malformed',
    'unknown-office': 'unknown-office',
    'stream-fork': 'stream-fork',
    'seal-tampered': 'damaged',
  };
  if (exact[bare] !== undefined) return exact[bare];
  if (bare.endsWith('-newer')) return 'newer-version';
  if (bare.endsWith('-shape')) return 'shape';
  if (/signature|certificate|device/.test(bare)) return 'signature';
  if (/root|content|differs/.test(bare)) return 'content';
  return /sender|not-for-us|office/.test(bare) ? 'sender' : 'other';
}

function QuarantineWhy({ code }: { readonly code: string }) {
  const { t } = useTranslation('sync');
  return <span>{t(`why.${reasonOf(code)}`, { code })}</span>;
}
