import type { Work } from '#electron/store/work.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { WorkKind } from '#shared/contract/work.ts';

/** A piece of work as a screen shows it. */
export type ShownWork = CallOutput<'work.list'>[number];

/** The long pieces of work of one desk. */
export type Works = {
  readonly list: () => readonly ShownWork[];
  /** Calls off what runs of this kind; false when nothing does. */
  readonly cancel: (kind: WorkKind) => boolean;
  /** Carries out a piece of work that says how far it is. */
  readonly run: <T>(kind: WorkKind, work: (work: Work) => Promise<T>) => Promise<T>;
};

/** What a call answers that was called off. */
export const workCancelled: Failure = { kind: 'refused', code: 'work.cancelled' };

type Running = { readonly kind: WorkKind; done: number; total: number; cancelling: boolean };

function percent({ done, total }: Running): number {
  return total === 0 ? 0 : Math.floor((100 * done) / total);
}

/** Keeps what runs. `changed` is called when there is something new to show: at most once a hundredth of the work. */
export function createWorks(changed: () => void): Works {
  const running = new Set<Running>();
  return {
    list: () => [...running].map((one) => ({ ...one })),
    cancel: (kind) => {
      const found = [...running].filter((one) => one.kind === kind);
      for (const one of found) one.cancelling = true;
      return found.length > 0;
    },
    run: async (kind, work) => {
      const one: Running = { kind, done: 0, total: 0, cancelling: false };
      running.add(one);
      const step = (done: number, total: number): void => {
        const before = percent(one);
        const begun = one.total === 0;
        one.done = Math.min(done, total);
        one.total = total;
        if (begun || percent(one) !== before) changed();
      };
      try {
        return await work({ step, cancelled: () => one.cancelling });
      } finally {
        running.delete(one);
        changed();
      }
    },
  };
}
