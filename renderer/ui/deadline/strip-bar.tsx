import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/base/local-date.ts';
import { type CountUnit, countUnitOf } from '#shared/domain/deadline/count-unit.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import { clockGround } from '#shared/domain/deadline/grounds.ts';
import { useBilingual } from '../format/use-bilingual.ts';
import { useDates } from '../format/use-dates.ts';
import { useWidth } from '../format/use-width.ts';
import { placeLabels, type StripMark, type StripPiece, stripGeometry, textWidth } from './strip-geometry.ts';

/** Size of the bar's texts relative to the root text, as in strip.css. */
const smallRem = 0.857;

/** The words of a piece, the longest that fits first. */
function usePieceTexts(unit: CountUnit): (piece: StripPiece) => readonly string[] {
  const { t } = useTranslation('deadline');
  const bilingual = useBilingual();
  return (piece) => {
    const n = piece.days;
    const days = n === null ? '' : t(`unit.${unit}`, { n, count: n });
    if (piece.kind === 'paused' || piece.kind === 'excluded') {
      const ground = clockGround(piece.ground ?? '');
      const why = ground === undefined ? t('piece.paused') : bilingual(ground.name);
      return [n === null ? t('piece.open', { why }) : t('piece.notCounted', { why, days }), why, days];
    }
    if (piece.kind === 'skipped' || n === null) return [];
    if (piece.kind === 'overdue' && n === 0) return [t('piece.overdueDayOff')];
    return [t(`piece.${piece.kind}`, { days }), days, String(n)];
  };
}

/** The bar itself; what it shows is said in words below it, so it is hidden from screen readers. */
export function StripBar({ deadline, today }: { readonly deadline: Deadline; readonly today: LocalDate }) {
  const element = useRef<HTMLDivElement>(null);
  const width = useWidth(element);
  const texts = usePieceTexts(countUnitOf(deadline.rule));
  const { pieces, marks } = stripGeometry(deadline, today);
  if (pieces.length === 0) return null;
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 14;
  const fits = (text: string, pixels: number): boolean => textWidth(text) * rem * smallRem + 12 <= pixels;
  return (
    <div className="strip-chart" aria-hidden="true" ref={element}>
      <MarkLabels marks={marks.filter((mark) => mark.kind !== 'today')} today={today} width={width} rem={rem} />
      <div className="strip-bar">
        {pieces.map((piece) => (
          <span
            key={piece.key}
            className={`piece ${piece.kind}${piece.extended ? ' extended' : ''}`}
            style={{ left: `${piece.start * 100}%`, width: `${(piece.end - piece.start) * 100}%` }}
            title={texts(piece)[0]}
          >
            <span className="piece-text">
              {texts(piece).find((text) => fits(text, (piece.end - piece.start) * width)) ?? ''}
            </span>
          </span>
        ))}
        {marks
          .filter((mark) => mark.kind === 'today')
          .map((mark) => (
            <span key={mark.key} className="strip-today" style={{ left: `${mark.at * 100}%` }} />
          ))}
      </div>
      <Under marks={marks} pieces={pieces} width={width} rem={rem} />
    </div>
  );
}

type LabelProps = { readonly width: number; readonly rem: number };

function MarkLabels(props: LabelProps & { readonly marks: readonly StripMark[]; readonly today: LocalDate }) {
  const { t } = useTranslation('deadline');
  const dates = useDates();
  const labelled = props.marks.map((mark) => ({
    mark,
    text: t(`strip.${mark.kind}`, { date: dates.day(mark.date, props.today) }),
  }));
  const placed = placeLabels(
    labelled.map(({ mark, text }) => {
      const wide = textWidth(text) * props.rem * smallRem;
      return {
        key: mark.key,
        at: mark.kind === 'due' ? mark.at * props.width - wide : mark.at * props.width,
        width: wide,
      };
    }),
    props.width,
  );
  const lines = Math.max(1, ...placed.map((label) => label.line + 1));
  return (
    <div className="strip-labels" style={{ height: `${lines * 1.4}rem` }}>
      {labelled.map(({ mark, text }) => {
        const place = placed.find((label) => label.key === mark.key);
        return (
          <span
            key={mark.key}
            className={mark.kind}
            style={{ left: `${place?.left ?? 0}px`, bottom: `${(place?.line ?? 0) * 1.4}rem` }}
          >
            {text}
          </span>
        );
      })}
    </div>
  );
}

/** What stands below the bar: today, and the roll over days off. */
function Under(props: LabelProps & { readonly marks: readonly StripMark[]; readonly pieces: readonly StripPiece[] }) {
  const { t } = useTranslation('deadline');
  const wishes = [
    ...props.marks
      .filter((mark) => mark.kind === 'today')
      .map((mark) => ({ key: 'today', middle: mark.at, text: t('strip.today') })),
    ...props.pieces
      .filter((piece) => piece.kind === 'skipped')
      .map((piece) => ({ key: 'roll', middle: (piece.start + piece.end) / 2, text: t('strip.roll') })),
  ].map((wish) => ({ ...wish, width: textWidth(wish.text) * props.rem * smallRem }));
  const placed = placeLabels(
    wishes.map((wish) => ({ key: wish.key, at: wish.middle * props.width - wish.width / 2, width: wish.width })),
    props.width,
  );
  const lines = Math.max(0, ...placed.map((label) => label.line + 1));
  return (
    <div className="strip-under" style={{ height: `${lines * 1.4}rem` }}>
      {wishes.map((wish) => {
        const place = placed.find((label) => label.key === wish.key);
        return (
          <span
            key={wish.key}
            className={wish.key}
            style={{ left: `${place?.left ?? 0}px`, top: `${(place?.line ?? 0) * 1.4}rem` }}
          >
            {wish.text}
          </span>
        );
      })}
    </div>
  );
}
