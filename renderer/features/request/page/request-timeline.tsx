import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '#renderer/ui/format/use-dates.ts';
import { Timeline, type TimelineEntry } from '#renderer/ui/timeline/timeline.tsx';
import { hasMoved } from '#shared/domain/assist/turn.ts';
import { EntryDetail, EntryTitle, useEntryWords } from './entry-words.tsx';
import type { RequestView, TimelineItem } from './view.ts';

/** What a device wrote by itself and says nothing new: read marks, and the order's plain yes to a command. */
function isRoutine(item: TimelineItem): boolean {
  return item.kind === 'opened' || item.kind === 'pen' || (item.kind === 'apply' && item.facts['outcome'] === 'ok');
}

/** Both offices side by side in the order both hold. */
export function RequestTimeline({ view }: { readonly view: RequestView }) {
  const { t } = useTranslation('request');
  const [all, setAll] = useState(false);
  const entryOf = useEntry(view);
  const routine = view.timeline.filter(isRoutine).length;
  const shown = all ? view.timeline : view.timeline.filter((item) => !isRoutine(item));
  return (
    <section aria-label={t('timeline.label')} className="request-timeline">
      <Timeline
        label={t('timeline.label')}
        requester={view.requester}
        executor={view.executor}
        entries={shown.map(entryOf)}
        now={useNow(view)}
      />
      {routine === 0 ? null : (
        <button
          type="button"
          className="text-button small"
          aria-expanded={all}
          onClick={() => {
            setAll(!all);
          }}
        >
          {t(all ? 'timeline.hideRoutine' : 'timeline.showRoutine', { n: routine })}
        </button>
      )}
    </section>
  );
}

function useEntry(view: RequestView): (item: TimelineItem) => TimelineEntry {
  const { t } = useTranslation('kinds');
  const words = useEntryWords(view);
  const dates = useDates();
  return (item) => {
    const said = words(item);
    const over = item.outcome === 'late' || item.outcome === 'void' ? item.outcome : undefined;
    const why = item.reason === null ? '' : t(`reason.${item.reason}`);
    return {
      id: item.id,
      side: item.side,
      title: <EntryTitle words={said} />,
      time: dates.moment(item.on),
      detail: <EntryDetail words={said} item={item} />,
      crosses: true,
      word: item.word,
      pending: item.pending,
      void: over === undefined ? undefined : t(`outcomeOfCommand.${over}`, { why }),
    };
  };
}

/** What goes on now, at the side that must act. */
function useNow(view: RequestView): { readonly side: 'r' | 'e'; readonly text: string } | undefined {
  const { t } = useTranslation('kinds');
  const { whoMustAct, items, phase } = view.state;
  // A step that is written waits for the partner; its own card says so.
  if (whoMustAct === 'nobody' || hasMoved(view.state)) return undefined;
  const done = items.filter((item) => item.outcome !== null).length;
  const counted = phase === 'accepted' ? ` ${t('now.items', { done, of: items.length })}` : '';
  return { side: whoMustAct, text: `${t(`now.${phase}`)}${counted}` };
}
