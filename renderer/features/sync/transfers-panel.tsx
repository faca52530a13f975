import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { Progress } from '#renderer/ui/files/progress.tsx';
import { byteSize } from '#renderer/ui/format/byte-size.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { Panel } from '#renderer/ui/page/page.tsx';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import type { CallInput, CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { manifestIdField, officeIdField } from '#shared/contract/fields.ts';

type Row = CallOutput<'transfer.list'>['rows'][number];
type Act = CallInput<'transfer.arrange'>['act'];

/** 在途文件: every file on its way, in the order they go, how far it is, and what a person may do about it. */
export function TransfersPanel() {
  const { t } = useTranslation('transfer');
  const list = useAsk('transfer.list', {});
  return (
    <PageState value={list.last} failure={list.failure} onAgain={list.again}>
      {({ rows, more }) => (
        <Panel title={t('title', { n: rows.length + more })} padded>
          {rows.length === 0 ? <p className="soft">{t('none')}</p> : <Files rows={rows} />}
          {more === 0 ? null : <p className="soft small">{t('more', { n: more })}</p>}
        </Panel>
      )}
    </PageState>
  );
}

function Files({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation('transfer');
  const announce = useAnnounce();
  const [arrange, { running }] = useAct('transfer.arrange');
  const [failure, setFailure] = useState<Failure>();
  const run = async (row: Row, act: Act): Promise<void> => {
    const [office, manifest] = [officeIdField.safeParse(row.office), manifestIdField.safeParse(row.manifest)];
    if (!office.success || !manifest.success) return;
    const reply = await arrange({ direction: row.direction, office: office.data, manifest: manifest.data, act });
    setFailure(reply.ok ? undefined : reply.failure);
    if (reply.ok) announce(t(`done.${act}`, { name: row.name }));
  };
  const firsts = new Set(['out', 'in'].flatMap((way) => firstOf(rows, way)));
  return (
    <>
      {failure === undefined ? null : (
        <Notice tone="amber" role="alert">
          <FailureText failure={failure} />
        </Notice>
      )}
      <ul className="quarantine">
        {rows.map((row) => (
          <li key={`${row.direction} ${row.office} ${row.manifest}`}>
            <FileLines row={row} />
            <span className="aside-acts">
              <RowAct row={row} act={row.paused ? 'resume' : 'pause'} busy={running} onRun={run} />
              {firsts.has(row) ? null : <RowAct row={row} act="front" busy={running} onRun={run} />}
            </span>
          </li>
        ))}
      </ul>
      {rows.some(({ paused }) => paused) ? <p className="soft small">{t('pausedMeans')}</p> : null}
    </>
  );
}

/** The first file of each partner in one direction: nothing goes before it. */
function firstOf(rows: readonly Row[], direction: string): readonly Row[] {
  const same = rows.filter((row) => row.direction === direction && !row.paused);
  return same.filter((row, at) => same.findIndex(({ office }) => office === row.office) === at);
}

function RowAct(props: {
  readonly row: Row;
  readonly act: Act;
  readonly busy: boolean;
  readonly onRun: (row: Row, act: Act) => Promise<void>;
}) {
  const { t } = useTranslation('transfer');
  const { row, act } = props;
  return (
    <Button
      size="small"
      disabled={props.busy}
      aria-label={t('actOn', { act: t(`act.${act}`), name: row.name })}
      onClick={() => {
        void props.onRun(row, act);
      }}
    >
      {t(`act.${act}`)}
    </Button>
  );
}

/** How far a file is, in the words of who can vouch for it: the receiver's receipt, or what is stored here. */
function FileLines({ row }: { readonly row: Row }) {
  const { t } = useTranslation('transfer');
  const { t: kinds } = useTranslation('kinds');
  const { direction, size, held, underWay, urgency } = row;
  const words = t(`held.${direction}`, { held: byteSize(held), size: byteSize(size) });
  return (
    <>
      <bdi className="enclosure-name">{row.name === '' ? t('noName') : row.name}</bdi>{' '}
      <Badge tone={direction === 'out' ? 'blue' : 'violet'}>{t(`way.${direction}`, { name: row.partner })}</Badge>{' '}
      {urgency === 'urgent' || urgency === 'critical' ? (
        <Badge tone="amber">{kinds(`urgency.${urgency}`)}</Badge>
      ) : null}{' '}
      {row.paused ? <Badge tone="plain">{t('paused')}</Badge> : null}
      <Progress label={row.name} done={held} of={size} words={words} tone={direction === 'out' ? 'blue' : 'green'} />
      <span className="small block">
        {words}
        {underWay === 0 ? null : ` · ${t('underWay', { size: byteSize(underWay) })}`}
      </span>
      {row.request === null ? null : (
        <a className="small block" href={addresses.request(row.request)}>
          {row.title === '' ? t('request') : row.title}
        </a>
      )}
    </>
  );
}
