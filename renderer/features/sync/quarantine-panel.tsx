import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { byteSize } from '#renderer/ui/format/byte-size.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { SettleSheet } from './settle-sheet.tsx';
import { type AsideNews, useAside } from './use-aside.ts';

type Status = CallOutput<'sync.status'>;
type Aside = Status['quarantine'][number];

/**
 * 隔离区: packages that could not be used, kept as they came, each with its reason. They never block anything; a person may
 * take the bytes out for an inquiry, have one read again, or settle it for good.
 */
export function QuarantinePanel({ status }: { readonly status: Status }) {
  const { t } = useTranslation('sync');
  const acts = useAside();
  const [settling, setSettling] = useState<Aside>();
  const open = status.quarantine.filter(({ settled }) => settled === null);
  const closed = status.quarantine.filter(({ settled }) => settled !== null);
  const nameOf = (office: string): string => status.partners.find((one) => one.office === office)?.name ?? office;
  const row = (aside: Aside) => (
    <AsideRow key={aside.id} aside={aside} from={nameOf(aside.from)} acts={acts} onSettle={setSettling} />
  );
  return (
    <Panel title={t('quarantine.title', { n: open.length })} padded>
      <News news={acts.news} />
      {open.length === 0 ? (
        <p className="soft">{t('quarantine.none')}</p>
      ) : (
        <ul className="quarantine">{open.map(row)}</ul>
      )}
      {open.length === 0 ? null : <p className="soft small">{t('quarantine.kept')}</p>}
      {closed.length === 0 ? null : (
        <details>
          <summary>{t('quarantine.settled', { n: closed.length })}</summary>
          <ul className="quarantine">{closed.map(row)}</ul>
        </details>
      )}
      <SettleSheet
        aside={settling}
        onClose={() => {
          setSettling(undefined);
        }}
      />
    </Panel>
  );
}

function News({ news }: { readonly news: AsideNews | undefined }) {
  const { t } = useTranslation('sync');
  if (news === undefined) return null;
  if (news.type === 'failed') {
    return (
      <Notice tone="amber" role="alert">
        <FailureText failure={news.failure} />
      </Notice>
    );
  }
  return (
    <Notice tone={news.type === 'still' ? 'amber' : 'green'} role="status">
      {news.type === 'still'
        ? t('quarantine.still', { why: t(`why.${reasonOf(news.code)}`, { code: news.code }) })
        : null}
      {news.type === 'taken' ? t('quarantine.taken') : null}
      {news.type === 'saved' ? t('quarantine.saved', { name: news.fileName }) : null}
    </Notice>
  );
}

function AsideRow(props: {
  readonly aside: Aside;
  readonly from: string;
  readonly acts: ReturnType<typeof useAside>;
  readonly onSettle: (aside: Aside) => void;
}) {
  const { t } = useTranslation('sync');
  const { aside, acts } = props;
  const { id, at, code, size, kept, settled } = aside;
  const named = `${at} ${id.slice(0, 8)}`;
  return (
    <li>
      <Badge tone={settled === null ? 'amber' : 'plain'}>
        {t(settled === null ? 'quarantine.refused' : 'quarantine.done')}
      </Badge>{' '}
      <QuarantineWhy code={code} />
      <span className="soft small block">
        {[at, props.from, byteSize(size), id.slice(0, 16)].filter((part) => part !== '').join(' · ')}
      </span>
      {settled === null ? null : (
        <span className="small block">{t('quarantine.reasonGiven', { reason: settled })}</span>
      )}
      <span className="aside-acts">
        {kept ? (
          <>
            <ActButton name={t('quarantine.export')} about={named} onPress={() => acts.save(id)} />
            <ActButton name={t('quarantine.again')} about={named} onPress={() => acts.again(id)} />
          </>
        ) : (
          <span className="soft small">{t('quarantine.noBytes')}</span>
        )}
        {settled === null ? (
          <ActButton name={t('quarantine.settle')} about={named} onPress={() => props.onSettle(aside)} />
        ) : null}
      </span>
    </li>
  );
}

function ActButton(props: { readonly name: string; readonly about: string; readonly onPress: () => void }) {
  return (
    <button type="button" className="text-button" aria-label={`${props.name} ${props.about}`} onClick={props.onPress}>
      {props.name}
    </button>
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
    'seal-not-for-us': 'other-key',
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
