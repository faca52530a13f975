import { useTranslation } from 'react-i18next';
import type { Tone } from '../state/notice.tsx';
import { Badge } from './badge.tsx';

/** How far something that leaves the office has come: only here, given to a carrier, receipted by the partner, opened there. */
export type HonestWordCode = 'local' | 'sent' | 'receipted' | 'opened';

const tones: Readonly<Record<HonestWordCode, Tone>> = {
  local: 'plain',
  sent: 'blue',
  receipted: 'green',
  opened: 'green',
};

/** Strokes of the sign beside the word: an open ring, an arrow, a tick, two ticks. */
const strokes: Readonly<Record<HonestWordCode, string>> = {
  local: 'M8 3a5 5 0 1 0 .01 0',
  sent: 'M2 8h11M9 4l4 4-4 4',
  receipted: 'M2.5 8.5l3.5 3.5 7-8',
  opened: 'M1 8.5l3.5 3.5 6-8M7.5 11.2l1 .8 6-8',
};

/** 仅本机, 已发出, 对方已签收 or 已阅: one of the few words that may never be wrong. */
export function HonestWord({ word }: { readonly word: HonestWordCode }) {
  const { t } = useTranslation('ui');
  return (
    <Badge tone={tones[word]} title={t(`wordWhy.${word}`)}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={strokes[word]} fill="none" stroke="currentColor" strokeWidth="1.8" />
      </svg>
      {t(`word.${word}`)}
    </Badge>
  );
}
