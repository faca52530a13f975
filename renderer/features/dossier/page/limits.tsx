import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useOpenStrip } from '#renderer/app/api/strip-context.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { DeadlineStrip } from '#renderer/ui/deadline/deadline-strip.tsx';
import { ExposureLine } from '#renderer/ui/deadline/exposure-line.tsx';
import { useRuleTitle } from '#renderer/ui/deadline/rule-title.ts';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import type { ClockEventType } from '#shared/domain/deadline/clock-event.ts';
import { openGrounds } from '#shared/domain/deadline/exposure.ts';
import { stepOf } from '#shared/domain/dossier/steps/all-steps.ts';
import type { StepClock } from '#shared/domain/dossier/steps/step.ts';
import { AddLimit } from './add-limit.tsx';
import type { Shown, View } from './dossier-page.tsx';
import { isAlive } from './limit-alive.ts';
import { useActAddress } from './use-act-address.ts';

type Due = View['deadlines'][number];

/** The clocks of a file: those that run or are paused as strips, those that stopped or ended in one line each. */
export function Limits({ id, view }: Shown) {
  const alive = view.deadlines.filter(isAlive);
  const over = view.deadlines.filter((due) => due.state === 'stopped' || due.lamp === 'over');
  return (
    <div className="file-limits">
      {alive.map((due) => (
        <Limit key={due.id} id={id} due={due} offered={view.life.offered} />
      ))}
      <AddLimit id={id} view={view} />
      {over.length === 0 ? null : <StoppedLimits dues={over} />}
    </div>
  );
}

function Limit({ id, due, offered }: LimitProps) {
  const { t } = useTranslation('dossier');
  const { open } = useActAddress();
  const today = useToday();
  const explained = useAsk('deadline.explain', { id: due.id });
  return (
    <PageState value={explained.data ?? explained.last} failure={explained.failure} onAgain={explained.again}>
      {({ deadline, events, withdrawn, exposure, part }) => (
        <div className="file-limit">
          <DeadlineStrip
            {...{ deadline, today, events, withdrawn, part }}
            onWithdraw={(event) => open('clock.withdraw', due.ruleId, event, due.of)}
          />
          <ExposureLine exposure={exposure} />
          <div className="file-limit-acts">
            <ClockActs id={id} due={due} offered={offered} open={openGrounds(events)} />
            <a className="small" href={addresses.deadline(due.id)}>
              {t('limit.print')}
            </a>
          </div>
        </div>
      )}
    </PageState>
  );
}

/**
 * The step that is the same act for the file as a whole: who decides and what paper it needs stand in the table of steps.
 * A step ends a period left out where that is the only one going on.
 */
function stepFor({ offered, due, open }: ActProps, type: ClockEventType): string | undefined {
  const [ground, ...others] = open;
  if (type === 'EXCLUDE_END' && (ground === undefined || others.length > 0)) return undefined;
  if (type !== 'SUSPEND' && type !== 'RESUME' && type !== 'EXTEND' && type !== 'EXCLUDE_END') return undefined;
  const same = (clock: StepClock): boolean =>
    clock.rule === due.ruleId && clock.type === type && (type !== 'EXCLUDE_END' || clock.ground === ground);
  return offered.find((code) => stepOf(code)?.clocks?.some(same));
}

type LimitProps = Pick<Shown, 'id'> & { readonly due: Due; readonly offered: readonly string[] };
/** `open` names the grounds of what is paused or left out now. */
type ActProps = LimitProps & { readonly open: readonly string[] };

function ClockActs(props: ActProps) {
  const { id, due } = props;
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
            const step = stepFor(props, type);
            if (step === undefined) open('clock.record', due.ruleId, type, due.of);
            else open('dossier.step', step);
          }}
        >
          {t(`clock.act.${type}`)}
        </button>
      ))}
    </>
  );
}

function overWord({ due, lamp }: Due): 'limit.ranOut' | 'limit.overOpen' | 'limit.over' {
  if (lamp === 'over') return 'limit.ranOut';
  return due === null ? 'limit.overOpen' : 'limit.over';
}

function StoppedLimits({ dues }: { readonly dues: readonly Due[] }) {
  const { t } = useTranslation('dossier');
  const openStrip = useOpenStrip();
  const title = useRuleTitle();
  return (
    <p className="file-limits-over small soft">
      {dues.map((due) => (
        <button key={due.id} type="button" className="text-button" onClick={() => openStrip(due.id)}>
          {t(overWord(due), { name: title(due.ruleId).name, date: due.due ?? '' })}
        </button>
      ))}
    </p>
  );
}
