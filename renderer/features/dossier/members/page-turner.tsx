import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A part of a long list and the way through it. */
export type Paged<T> = { readonly shown: readonly T[]; readonly turner: PageTurnerProps };

type PageTurnerProps = {
  readonly first: number;
  readonly last: number;
  readonly total: number;
  readonly size: number;
  readonly onFirst: (first: number) => void;
};

/**
 * A long list in parts of `size` rows. A list that became shorter is shown from its last part. `kept`: the part shown lies
 * with the page, which finds it again.
 */
export function usePaged<T>(
  rows: readonly T[],
  size: number,
  kept?: { readonly first: number; readonly onFirst: (first: number) => void },
): Paged<T> {
  const [own, setOwn] = useState(0);
  const wanted = kept?.first ?? own;
  const lastPart = Math.max(0, Math.ceil(rows.length / size) - 1) * size;
  const first = Math.min(wanted, lastPart);
  const shown = rows.slice(first, first + size);
  return {
    shown,
    turner: { first, last: first + shown.length, total: rows.length, size, onFirst: kept?.onFirst ?? setOwn },
  };
}

/** Where in a long list one is, and the two ways on; nothing for a list that is all in view. */
export function PageTurner({ label, ...at }: PageTurnerProps & { readonly label: string }) {
  const { t } = useTranslation('members');
  const { first, last, total, size, onFirst } = at;
  if (total <= size) return null;
  const [atStart, atEnd] = [first === 0, last >= total];
  return (
    <nav className="page-turner" aria-label={label}>
      <span role="status">{t('page.at', { first: first + 1, last, total })}</span>
      <button
        type="button"
        className="plain-button compact"
        aria-disabled={atStart}
        onClick={() => {
          if (!atStart) onFirst(Math.max(0, first - size));
        }}
      >
        {t('page.back')}
      </button>
      <button
        type="button"
        className="plain-button compact"
        aria-disabled={atEnd}
        onClick={() => {
          if (!atEnd) onFirst(first + size);
        }}
      >
        {t('page.on')}
      </button>
    </nav>
  );
}
