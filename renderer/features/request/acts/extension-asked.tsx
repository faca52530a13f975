import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { unansweredExtension } from '#shared/domain/assist/turn.ts';
import { textOf } from '../content.ts';
import type { RequestView } from '../page/view.ts';
import { useDayText } from '../use-day-text.ts';

/** What the partner's extension notice asks for: the day, its reason, what holds now, and whether the day still helps our case. */
export function ExtensionAsked({ view }: { readonly view: RequestView }) {
  const { t } = useTranslation('request');
  const day = useDayText();
  const asked = unansweredExtension(view.state);
  if (asked === null) return null;
  const said = view.timeline.find((item) => item.id === asked.id);
  const reason = textOf(said?.content, 'reason');
  const { agreed, safeDue, caseLimit } = view.clocks;
  const facts = [
    [t('extension.by'), t('extension.said', { partner: view.row.partnerName, on: day(asked.on) })],
    [t('extension.until'), day(asked.asked)],
    [t('extension.agreed'), day(agreed)],
    [t('extension.reason'), reason === '' ? t('extension.noReason') : reason],
    ...(caseLimit === null ? [] : [[t('extension.caseLimit'), day(caseLimit)] as const]),
  ] as const;
  const late =
    caseLimit !== null && asked.asked > caseLimit ? 'red' : safeDue !== null && asked.asked > safeDue ? 'amber' : null;
  return (
    <div className="field whole">
      <dl className="act-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="prose">{value}</dd>
          </div>
        ))}
      </dl>
      {late === null ? null : (
        <Notice tone={late}>
          {late === 'red'
            ? t('extension.beyond', { date: day(caseLimit) })
            : t('extension.late', { date: day(safeDue) })}
        </Notice>
      )}
    </div>
  );
}
