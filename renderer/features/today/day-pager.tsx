import { useTranslation } from 'react-i18next';
import type { DayPages } from './use-day-pages.ts';

/** Which lines of a list are shown, and the way to the others; nothing for a list of one page. */
export function DayPager({ title, pages }: { readonly title: string; readonly pages: DayPages }) {
  const { t } = useTranslation('today');
  const { offset, total, items, more, go } = pages;
  if (offset === 0 && !more) return null;
  return (
    <nav className="day-pager" aria-label={t('pager.label', { title })}>
      <button type="button" className="plain-button" disabled={offset === 0} onClick={() => go(-1)}>
        {t('pager.back')}
      </button>
      <span className="soft small">{t('pager.range', { from: offset + 1, to: offset + items.length, n: total })}</span>
      <button type="button" className="plain-button" disabled={!more} onClick={() => go(1)}>
        {t('pager.on')}
      </button>
    </nav>
  );
}
