import type { ReactNode } from 'react';
import './state.css';

/** What a line of notice is about; the colour repeats what the words and the sign say. */
export type Tone = 'blue' | 'amber' | 'red' | 'green' | 'violet' | 'plain';

const signs: Readonly<Record<Tone, string>> = { blue: 'i', amber: '!', red: '×', green: '✓', violet: '◇', plain: '·' };

/** One quiet line across the page. `role` is 'alert' only where a person must hear it at once. */
export function Notice(props: {
  readonly tone: Tone;
  readonly role?: 'alert' | 'status';
  readonly children: ReactNode;
}) {
  return (
    <div className={`notice tone-${props.tone}`} role={props.role}>
      <span className="notice-sign" aria-hidden="true">
        {signs[props.tone]}
      </span>
      <div>{props.children}</div>
    </div>
  );
}
