import type { ReactNode } from 'react';
import type { Tone } from '../state/notice.tsx';
import './status.css';

/** One of the four clocks of a request: a name, what it shows large, and why. */
export type ClockFace = {
  readonly id: string;
  readonly name: string;
  readonly value: ReactNode;
  readonly note: ReactNode;
  readonly tone?: Tone;
};

/** The clocks of a request side by side: its limit, the agreed date, the receipt, the time since last contact. */
export function Clocks(props: { readonly label: string; readonly clocks: readonly ClockFace[] }) {
  return (
    <dl className="clocks" aria-label={props.label}>
      {props.clocks.map((clock) => (
        <div key={clock.id} className={`clock tone-${clock.tone ?? 'plain'}`}>
          <dt>{clock.name}</dt>
          <dd className="value">{clock.value}</dd>
          <dd className="note">{clock.note}</dd>
        </div>
      ))}
    </dl>
  );
}
