import { useTranslation } from 'react-i18next';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago something was, by the largest unit that says something: 'n' of 'unit'. Times in milliseconds. */
export function elapsed(
  from: number,
  now: number,
): { readonly unit: 'now' | 'minutes' | 'hours' | 'days'; readonly n: number } {
  const passed = Math.max(0, now - from);
  if (passed < 2 * minute) return { unit: 'now', n: 0 };
  if (passed < hour) return { unit: 'minutes', n: Math.floor(passed / minute) };
  if (passed < 2 * day) return { unit: 'hours', n: Math.floor(passed / hour) };
  return { unit: 'days', n: Math.floor(passed / day) };
}

/** Says in words how long ago an instant was, '从未联系' when it never was. Both in milliseconds since 1970. */
export function useAgo(): (instant: number | null, now: number) => string {
  const { t } = useTranslation('ui');
  return (instant, now) => {
    if (instant === null) return t('ago.never');
    const { unit, n } = elapsed(instant, now);
    return t(`ago.${unit}`, { n });
  };
}
