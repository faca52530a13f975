import type { ClockEventType } from './clock-event.ts';

/** Whether an event is somebody's decision: the head's or his delegate's (办案规则45、47；监察条例17). */
export function isDecision(type: ClockEventType): boolean {
  return type === 'SUSPEND' || type === 'EXTEND';
}

/**
 * Whether the decision is made in writing, so that its paper is named: every extension (办案规则45), and a suspension on
 * the grounds of 办案规则47 and of Zhejiang's own regulations. `ground` is an id of `clockGrounds`.
 */
export function isDecidedInWriting(type: ClockEventType, ground: string): boolean {
  return type === 'EXTEND' || (type === 'SUSPEND' && /^(?:47|33)-/.test(ground));
}
