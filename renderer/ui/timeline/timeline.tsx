import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../status/badge.tsx';
import { HonestWord, type HonestWordCode } from '../status/honest-word.tsx';
import './timeline.css';

/** Which office something happened at; 'r' the one that asks, 'e' the one that does. */
export type TimelineSide = 'r' | 'e';

/** One happening. `crosses` says that it travels to the other office. */
export type TimelineEntry = {
  readonly id: string;
  readonly side: TimelineSide;
  readonly title: ReactNode;
  readonly time: string;
  readonly detail?: ReactNode;
  readonly crosses: boolean;
  readonly word?: HonestWordCode | null;
  /** 待对方确认: sent by us and not yet placed in order by the executor. */
  readonly pending?: boolean;
  /** Came too late or does not fit; the text is kept all the same. */
  readonly void?: string | undefined;
};

/**
 * Two offices side by side, one happening a line, in the order both hold. Where there is no room for two columns the
 * side is said in words instead.
 */
export function Timeline(props: {
  readonly label: string;
  readonly requester: string;
  readonly executor: string;
  readonly entries: readonly TimelineEntry[];
  /** What is going on now, at the foot of the side that must act. */
  readonly now?: { readonly side: TimelineSide; readonly text: ReactNode } | undefined;
}) {
  const { t } = useTranslation('ui');
  return (
    <section className="timeline" aria-label={props.label}>
      <div className="timeline-sides" aria-hidden="true">
        <h2>
          {t('timeline.r')} <span className="soft">{props.requester}</span>
        </h2>
        <h2>
          {t('timeline.e')} <span className="soft">{props.executor}</span>
        </h2>
      </div>
      <ol>
        {props.entries.map((entry) => (
          <li key={entry.id} className={`timeline-line ${entry.side}`}>
            <Card entry={entry} office={entry.side === 'r' ? props.requester : props.executor} />
            {entry.crosses ? <Arrow side={entry.side} waiting={entry.word === 'local'} /> : null}
          </li>
        ))}
        {props.now === undefined ? null : (
          <li className={`timeline-line ${props.now.side}`}>
            <div className="timeline-now">{props.now.text}</div>
          </li>
        )}
      </ol>
    </section>
  );
}

function Card({ entry, office }: { readonly entry: TimelineEntry; readonly office: string }) {
  const { t } = useTranslation('ui');
  return (
    <article className={`timeline-card ${entry.side}${entry.void === undefined ? '' : ' void'}`}>
      <div className="timeline-head">
        <h3>
          <span className="timeline-side">
            {t(`timeline.${entry.side}`)} {office}{' '}
          </span>
          {entry.title}
        </h3>
        <time className="soft unbroken">{entry.time}</time>
      </div>
      {entry.detail === undefined ? null : <div className="timeline-detail">{entry.detail}</div>}
      <div className="timeline-words">
        {entry.word == null ? null : <HonestWord word={entry.word} />}
        {entry.pending === true ? <Badge tone="amber">{t('timeline.pending')}</Badge> : null}
        {entry.void === undefined ? null : <Badge tone="red">{entry.void}</Badge>}
      </div>
    </article>
  );
}

/** To the other office; dashed while it has not left this one. */
function Arrow({ side, waiting }: { readonly side: TimelineSide; readonly waiting: boolean }) {
  return (
    <svg className="timeline-arrow" viewBox="0 0 32 12" aria-hidden="true" focusable="false">
      <g
        transform={side === 'e' ? 'rotate(180 16 6)' : undefined}
        stroke="currentColor"
        fill="none"
        strokeWidth="1.2"
        strokeDasharray={waiting ? '3 3' : undefined}
      >
        <path d="M1 6h28" />
        <path d="M25 2.5L30 6l-5 3.5" strokeDasharray="none" />
      </g>
    </svg>
  );
}
