import { useTranslation } from 'react-i18next';
import { Panel } from '#renderer/ui/page/page.tsx';
import { HonestWord } from '#renderer/ui/status/honest-word.tsx';
import type { RequestView } from './view.ts';

/** How far what we wrote has provably got, and the digest both offices can read to each other. */
export function ProofPanel({ view }: { readonly view: RequestView }) {
  const { t } = useTranslation('request');
  const { r, e } = view.state.heads;
  const own = view.timeline.filter((item) => item.ours && item.word !== null);
  const open = own.filter((item) => item.word === 'local' || item.word === 'sent').length;
  return (
    <Panel title={t('proof.title')} side={<HonestWord word={view.row.word} />} padded>
      <p>{t('proof.entries', { r: r?.seq ?? 0, e: e?.seq ?? 0 })}</p>
      <p className="soft small">{open === 0 ? t('proof.allProved') : t('proof.unproved', { n: open })}</p>
      <p className="soft small">{t('proof.compare')}</p>
      <p className="digest" aria-label={t('proof.digest')}>
        {view.digest.slice(0, 32).replaceAll(/(.{4})/g, '$1 ')}
      </p>
    </Panel>
  );
}
