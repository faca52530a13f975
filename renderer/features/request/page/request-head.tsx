import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { PageHead } from '#renderer/ui/page/page.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import type { RequestId } from '#shared/base/ids.ts';
import { actOrder, mainAct, type SheetAct, sheetActs } from '../acts/act-order.ts';
import { ActSheet } from '../acts/act-sheet.tsx';
import { Flags } from '../list/flags.tsx';
import { capital, stateTone, useRequestNames } from '../names.ts';
import type { RequestView } from './view.ts';

/** Number, partner, state and who must act; on the right what can be done, the next step filled. */
export function RequestHead({ id, view }: { readonly id: RequestId; readonly view: RequestView }) {
  const { t } = useTranslation('request');
  const { t: kinds } = useTranslation('kinds');
  const names = useRequestNames();
  const { row } = view;
  return (
    <PageHead
      title={`${capital(names.kind(row.kind))} ${row.number ?? t('list.unnumbered')}`}
      badges={
        <>
          <Badge tone={stateTone(row.state)}>{kinds(`state.${row.state}`)}</Badge>
          {row.actor === 'nobody' ? null : (
            <Badge tone={row.actor === 'us' ? 'amber' : 'plain'}>{t(`actor.${row.actor}`)}</Badge>
          )}
          {row.urgency === 'normal' ? null : <Badge tone="red">{kinds(`urgency.${row.urgency}`)}</Badge>}
          <Flags flags={row.flags} />
        </>
      }
      under={<Under view={view} />}
      acts={<Acts id={id} view={view} />}
    />
  );
}

function Under({ view }: { readonly view: RequestView }) {
  const { t } = useTranslation('request');
  const { row } = view;
  return (
    <>
      <span>
        {view.requester} → {view.executor}
      </span>
      {view.dossier === null ? null : (
        <a href={addresses.dossier(view.dossier)}>{t('head.dossier', { number: view.dossierNumber ?? '' })}</a>
      )}
      {row.registerNo === null ? null : <span>{t('head.registerNo', { number: row.registerNo })}</span>}
      {row.sentOn === null ? null : <span>{t('head.sentOn', { date: row.sentOn.slice(0, 10) })}</span>}
    </>
  );
}

function Acts({ id, view }: { readonly id: RequestId; readonly view: RequestView }) {
  const { t } = useTranslation('request');
  const navigate = useNavigate();
  const [open, setOpen] = useState<SheetAct>();
  const [all, setAll] = useState(false);
  const main = mainAct(view);
  const others = actOrder.filter((act) => view.may.includes(act) && act !== main);
  const start = (act: (typeof actOrder)[number]): void => {
    const inSheet = sheetActs.find((one) => one === act);
    if (inSheet === undefined) void navigate(`/requests/${id}/reply`);
    else setOpen(inSheet);
  };
  const button = (act: (typeof actOrder)[number], type: 'primary' | 'default') => (
    <Button
      key={act}
      type={type}
      onClick={() => {
        start(act);
      }}
    >
      {t(`act.${act}.name`)}
    </Button>
  );
  return (
    <>
      {main === undefined ? null : button(main, 'primary')}
      {(all ? others : others.slice(0, 2)).map((act) => button(act, 'default'))}
      {others.length <= 2 ? null : (
        <Button
          aria-expanded={all}
          onClick={() => {
            setAll(!all);
          }}
        >
          {t(all ? 'head.less' : 'head.more', { n: others.length - 2 })}
        </Button>
      )}
      {view.row.state === 'approval' ? null : (
        <a className="plain-button" href={addresses.print(id, 'course')}>
          {t('head.printCourse')}
        </a>
      )}
      {open === undefined ? null : (
        <ActSheet
          key={open}
          act={open}
          id={id}
          view={view}
          onClose={() => {
            setOpen(undefined);
          }}
        />
      )}
    </>
  );
}
