import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { PageHead } from '#renderer/ui/page/page.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import type { RequestId } from '#shared/base/ids.ts';
import { actOrder, mainAct, type OrderedAct, type SheetAct, sheetActs } from '../acts/act-order.ts';
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

/** What can be done: the next step filled, two more at hand, the rest on demand. `?act=` in the address opens one at once. */
function Acts({ id, view }: { readonly id: RequestId; readonly view: RequestView }) {
  const { t } = useTranslation('request');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [open, setOpen] = useState<SheetAct | undefined>(() => offered(view, search.get('act')));
  const main = mainAct(view);
  const others = actOrder.filter((act) => view.may.includes(act) && act !== main);
  const start = (act: OrderedAct): void => {
    if (act === 'reply') void navigate(`/requests/${id}/reply`);
    else setOpen(act);
  };
  return (
    <>
      {main === undefined ? null : <ActButton act={main} primary onStart={start} />}
      <OtherActs acts={others} onStart={start} />
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
            if (search.has('act')) void navigate(`/requests/${id}`, { replace: true });
          }}
        />
      )}
    </>
  );
}

/** The act an address names, when it may be done now. */
function offered(view: RequestView, name: string | null): SheetAct | undefined {
  return sheetActs.find((act) => act === name && view.may.includes(act));
}

function ActButton(props: {
  readonly act: OrderedAct;
  readonly primary?: boolean;
  readonly onStart: (act: OrderedAct) => void;
}) {
  const { t } = useTranslation('request');
  return (
    <Button
      type={props.primary === true ? 'primary' : 'default'}
      onClick={() => {
        props.onStart(props.act);
      }}
    >
      {t(`act.${props.act}.name`)}
    </Button>
  );
}

/** Acts shown beside the filled one before the rest is asked for. */
const atHand = 2;

function OtherActs(props: { readonly acts: readonly OrderedAct[]; readonly onStart: (act: OrderedAct) => void }) {
  const { t } = useTranslation('request');
  const [all, setAll] = useState(false);
  const { acts, onStart } = props;
  const rest = acts.length - atHand;
  return (
    <>
      {(all ? acts : acts.slice(0, atHand)).map((act) => (
        <ActButton key={act} act={act} onStart={onStart} />
      ))}
      {rest <= 0 ? null : (
        <Button
          aria-expanded={all}
          onClick={() => {
            setAll(!all);
          }}
        >
          {t(all ? 'head.less' : 'head.more', { n: rest })}
        </Button>
      )}
    </>
  );
}
