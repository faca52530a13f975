import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { Shown, View } from '../page/dossier-page.tsx';
import { useActAddress } from '../page/use-act-address.ts';
import { mayJoin, maySeparate } from './may-join.ts';

type Joining = View['joinings'][number];

const stands = ({ struck, partedOn }: Joining): boolean => !struck && partedOn === '';

/**
 * The files this one is heard together with, those it once was, and what that does not do; and the way to take parties out
 * where several ask. Nothing for inspection.
 */
export function JoiningsPanel({ view }: Pick<Shown, 'view'>) {
  const { t } = useTranslation('joining');
  const { open } = useActAddress();
  const { joinings } = view;
  const may = mayJoin(view);
  const mayTakeOut = maySeparate(view);
  if (!may && !mayTakeOut && joinings.length === 0) return null;
  const now = joinings.filter(stands);
  return (
    <Panel
      title={t('title')}
      side={
        <span className="unbroken">
          {mayTakeOut ? (
            <button type="button" className="text-button" onClick={() => open('dossier.separate')}>
              {t('separate.open')}
            </button>
          ) : null}{' '}
          {may ? (
            <button type="button" className="text-button" onClick={() => open('dossier.join')}>
              {t('join.open')}
            </button>
          ) : null}
        </span>
      }
      padded
    >
      {now.length === 0 ? null : <p className="small soft">{t('effect')}</p>}
      <Ending view={view} now={now} />
      {joinings.length === 0 ? <p className="soft">{t('none')}</p> : null}
      <ul>
        {joinings.map((joining) => (
          <JoiningRow key={joining.id} joining={joining} />
        ))}
      </ul>
    </Panel>
  );
}

/** One of them is closed and others are not: each is closed by itself. */
function Ending({ view, now }: { readonly view: View; readonly now: readonly Joining[] }) {
  const { t } = useTranslation('joining');
  const closed = view.row.status === 'closed';
  const open = now.filter(({ leads, status }) => leads && status !== 'closed');
  const leadClosed = now.some(({ leads, status }) => !leads && status === 'closed');
  if (closed && open.length > 0) return <Notice tone="amber">{t('othersOpen', { n: open.length })}</Notice>;
  return !closed && leadClosed ? <Notice tone="amber">{t('leadClosed')}</Notice> : null;
}

/** What is known of a joining, in words. */
function useJoiningWords(): (joining: Joining) => string {
  const { t } = useTranslation('joining');
  return ({ on, ground, decidedBy, paper, partedOn, partDecidedBy, partPaper, partGround, struck, struckReason }) => {
    const parted = partedOn === '' ? [] : [t('parted', { date: partedOn, name: partDecidedBy }), partPaper, partGround];
    const words = [t('since', { date: on }), t('decided', { name: decidedBy }), paper, ground, ...parted];
    return [...words, struck ? t('struck', { reason: struckReason }) : ''].filter((word) => word !== '').join(' · ');
  };
}

function JoiningRow({ joining }: { readonly joining: Joining }) {
  const { t } = useTranslation('joining');
  const words = useJoiningWords();
  const { dossier, number, title, leads, struck } = joining;
  return (
    <li className={struck ? 'link-row struck' : 'link-row'}>
      <div>
        <span className="soft">
          {t(leads ? 'joinedHere' : 'leadIs')}
          {stands(joining) ? '' : t('former')}
        </span>{' '}
        <a href={addresses.dossier(dossier)} className="unbroken">
          {number}
        </a>{' '}
        <span className="small soft">{title}</span>
        <p className="small soft">{words(joining)}</p>
      </div>
      {struck ? null : <JoiningActs joining={joining} />}
    </li>
  );
}

function JoiningActs({ joining }: { readonly joining: Joining }) {
  const { t } = useTranslation('joining');
  const { open } = useActAddress();
  const { id, number, partedOn } = joining;
  const wrong = partedOn === '' ? 'joining' : 'parting';
  return (
    <span className="unbroken">
      {partedOn === '' ? (
        <button
          type="button"
          className="text-button"
          aria-label={t('part.of', { number })}
          onClick={() => open('dossier.part', id)}
        >
          {t('part.open')}
        </button>
      ) : null}{' '}
      <button
        type="button"
        className="text-button"
        aria-label={t(`strike.${wrong}`, { number })}
        onClick={() => open('dossier.strikeJoining', wrong, id)}
      >
        {t('strike.open')}
      </button>
    </span>
  );
}
