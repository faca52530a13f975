import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { useEntryWords } from './entry-words.tsx';
import type { RequestView } from './view.ts';

/** What a person must look at: late or misfit commands, corrections, differences between the offices, unread kinds. */
export function ReviewPanel({ view }: { readonly view: RequestView }) {
  const { t } = useTranslation('kinds');
  const words = useEntryWords(view);
  const { review, differences, stopped } = view.state;
  const titleOf = (id: string): string => {
    const item = view.timeline.find((one) => one.id === id);
    return item === undefined ? '' : words(item).title;
  };
  const stops = [stopped.r, stopped.e].filter((stop) => stop !== null);
  return (
    <>
      {differences.map((one) => (
        <Notice key={`${one.by}${one.code}`} tone="red">
          {t(`difference.${one.code}`, { what: titleOf(one.by) })}
        </Notice>
      ))}
      {stops.map((stop) => (
        <Notice key={stop.id} tone="red">
          {t('difference.not-understood', { what: stop.kind })}
        </Notice>
      ))}
      {review.map((item) => (
        <Notice key={`${item.by}${item.code}`} tone="amber">
          {t(`review.${item.code}`, { what: titleOf(item.by) })}
        </Notice>
      ))}
    </>
  );
}
