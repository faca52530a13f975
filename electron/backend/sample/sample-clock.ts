import type { BackendOptions } from '#electron/services/backend.ts';

/** The clock of the sample's desks. While the sample is filled it stands at the moment a scene plays. */
export type SampleClock = BackendOptions['ports']['clock'] & {
  /** Stands at 'YYYY-MM-DDTHH:MM' of Asia/Shanghai, or at the present when that is still to come. */
  readonly stand: (moment: string) => void;
  /** Follows the machine's clock again. */
  readonly follow: () => void;
};

/** A little time passes with every look, so that no two recordings of a scene share an instant. */
const lookMs = 40;

/** Makes the clock; it follows `real`, in milliseconds since 1970, until it is told to stand. */
export function createSampleClock(real: () => number): SampleClock {
  let standing: number | undefined;
  return {
    now: () => {
      if (standing === undefined) return real();
      standing = Math.min(standing + lookMs, real());
      return standing;
    },
    stand: (moment) => {
      // Scenes are played in the order of their moments and none goes back.
      standing = Math.max(standing ?? 0, Math.min(Date.parse(`${moment}:00+08:00`), real()));
    },
    follow: () => {
      standing = undefined;
    },
  };
}
