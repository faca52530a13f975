import { useState } from 'react';

/** A form that stays on its page after saving begins a new round from what was saved. */
export type Rounds<V> = {
  /** Changes with every save; the form's key. */
  readonly round: number;
  readonly initial: V;
  readonly saved: boolean;
  readonly done: (value: V) => void;
};

/** Begins with what the backend says and goes on with what was saved last. */
export function useRounds<V>(stored: V): Rounds<V> {
  const [state, setState] = useState<{ readonly round: number; readonly value: V | undefined }>({
    round: 0,
    value: undefined,
  });
  return {
    round: state.round,
    initial: state.value ?? stored,
    saved: state.round > 0,
    done: (value) => {
      setState(({ round }) => ({ round: round + 1, value }));
    },
  };
}
