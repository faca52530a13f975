import { useTranslation } from 'react-i18next';
import { useOpenStrip } from '#renderer/app/api/strip-context.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { useRuleTitle } from '#renderer/ui/deadline/rule-title.ts';
import { DueButton } from '#renderer/ui/status/due-button.tsx';
import type { View } from './dossier-page.tsx';
import { isAlive } from './limit-alive.ts';

/** The running clocks in one line, for the tabs whose content needs the room; a click on a date opens its strip. */
export function LimitLine({ view }: { readonly view: View }) {
  const { t } = useTranslation('dossier');
  const openStrip = useOpenStrip();
  const title = useRuleTitle();
  const today = useToday();
  const alive = view.deadlines.filter(isAlive);
  if (alive.length === 0) return null;
  return (
    <ul className="file-limit-line">
      {alive.map((due) => (
        <li key={due.id}>
          <span>{title(due.ruleId).name}</span> <DueButton due={due} today={today} onOpen={openStrip} />
          {due.daysLeft === null ? null : (
            <span className="soft">
              {t(due.daysLeft < 0 ? 'list.over' : 'list.left', { n: Math.abs(due.daysLeft) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
