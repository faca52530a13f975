import { useTranslation } from 'react-i18next';
import type { CallOutput } from '#shared/contract/contract.ts';
import { RowDifferences } from '../packs/row-differences.tsx';
import { DayDifferences } from './day-differences.tsx';
import { RowDifference } from './row-difference.tsx';

type Found = CallOutput<'law.change'>;

/** Heading over what a change makes different. */
export function useDiffersTitle(): (found: Found) => string {
  const { t } = useTranslation('law');
  return ({ change, days }) =>
    change.slot.startsWith('rules/') ? t('rule.difference') : t('days.title', { n: days.length, count: days.length });
}

/** What a change makes different: the days of a year, one row, or the rows of a file of rules. */
export function WhatDiffers({ found }: { readonly found: Found }) {
  const { days, rule, rows, change } = found;
  if (change.slot.startsWith('calendar/')) return <DayDifferences days={days} />;
  return rule === null ? <RowDifferences differences={rows} /> : <RowDifference rule={rule} />;
}
