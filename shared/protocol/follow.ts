import { mayWriteOn } from './link.ts';
import { appendToStream } from './own-stream.ts';
import type { Gathered, StepMoment, StepPorts, StepResult, StepState } from './step-types.ts';
import { followAll, type Work } from './take-entry.ts';

/** Lets entries that wait beside their chains follow, after what stood in their place was taken out. */
export function follow(
  state: StepState,
  gathered: Gathered,
  moment: StepMoment,
  ports: StepPorts,
): Omit<StepResult, 'timers'> {
  const { link } = state;
  const work: Work = {
    from: { ...gathered, office: link.partner },
    ...{ moment, ports: mayWriteOn(link) ? ports : { ...ports, self: { ...ports.self, readOnly: true } } },
    slices: new Map(gathered.requests),
    ...{ writes: [], outputs: [], own: [], stamp: state.stamp, proven: false },
  };
  followAll(work);
  const ids = work.own.map(({ id }) => id);
  const sent = appendToStream({ ...state, stamp: work.stamp }, ids, moment, ports);
  return { ...sent, writes: [...work.writes, ...sent.writes], outputs: [...work.outputs, ...sent.outputs] };
}
