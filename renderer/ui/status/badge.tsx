import type { ReactNode } from 'react';
import type { Tone } from '../state/notice.tsx';
import '../state/state.css';
import './status.css';

/** A short state in words on a tint; the words say everything, the tint only helps to find it. */
export function Badge(props: { readonly tone: Tone; readonly title?: string; readonly children: ReactNode }) {
  return (
    <span className={`badge tone-${props.tone}`} title={props.title}>
      {props.children}
    </span>
  );
}
