import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useOpenStrip } from '#renderer/app/api/strip-context.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { DeadlineStrip } from '#renderer/ui/deadline/deadline-strip.tsx';
import { ExposureLine } from '#renderer/ui/deadline/exposure-line.tsx';
import { useRuleTitle } from '#renderer/ui/deadline/rule-title.ts';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import type { Shown, View } from './dossier-page.tsx';
import { useActAddress } from './use-act-address.ts';

type Due = View['deadlines'][number];

/** The clocks of a file: those that run or are paused as strips, those that stopped in one line each. */
export function Limits({ id, view }: Shown) {
  const alive = view.deadlines.filter((due) => due.state === 'running' || due.state === 'suspended');
  const over = view.deadlines.filter((due) => due.state === 'stopped');
  return (
    <div className="file-limits">
      {alive.map((due) => (
        <Limit key={due.id} id={id} due={due} />
      ))}
      {over.length === 0 ? null : <StoppedLimits dues={over} />}
    </div>
  );
}

function Limit({ id, due }: Pick<Shown, 'id'> & { readonly due: Due }) {
  const { t } = useTranslation('dossier');
  const today = useToday();
  const explained = useAsk('deadline.explain', { id: due.id });
  return (
    <PageState value={explained.data ?? explained.last} failure={explained.failure} onAgain={explained.again}>
      {({ deadline, events, exposure }) => (
        <div className="file-limit">
          <DeadlineStrip deadline={deadline} today={today} events={events} />
          <ExposureLine exposure={exposure} />
          <div className="file-limit-acts">
            <ClockActs id={id} due={due} />
            <a className="small" href={addresses.deadline(due.id)}>
              {t('limit.print')}
            </a>
          </div>
        </div>
      )}
    </PageState>
  );
}

function ClockActs({ id, due }: Pick<Shown, 'id'> & { readonly due: Due }) {
  const { t } = useTranslation('dossier');
  const { open } = useActAddress();
  const may = useAsk('clock.may', { dossier: id, ruleId: due.ruleId, of: due.of }).last ?? [];
  return (
    <>
      {may.map((type) => (
        <button
          key={type}
          type="button"
          className="plain-button compact small"
          onClick={() => {
            open('clock.record', due.ruleId, type, due.of);
          }}
        >
          {t(`clock.act.${type}`)}
        </button>
      ))}
    </>
  );
}

function StoppedLimits({ dues }: { readonly dues: readonly Due[] }) {
  const { t } = useTranslation('dossier');
  const openStrip = useOpenStrip();
  const title = useRuleTitle();
  return (
    <p className="file-limits-over small soft">
      {dues.map((due) => (
        <button key={due.id} type="button" className="text-button" onClick={() => openStrip(due.id)}>
          {t(due.due === null ? 'limit.overOpen' : 'limit.over', { name: title(due.ruleId).name, date: due.due ?? '' })}
        </button>
      ))}
    </p>
  );
}
