import type { OfficeProfile } from './office-script.ts';
import { type OfficeOutcome, officeGround } from './office-world.ts';

/** What a run of seeds among whole offices gave. */
export type OfficeRun = {
  readonly seeds: number;
  readonly failures: readonly OfficeOutcome[];
  /** Disks that were replaced by an older copy, and takeovers by a person that this called for. */
  readonly rollbacks: number;
  readonly takeovers: number;
  /** Seconds of this machine. */
  readonly seconds: number;
};

/** Runs seeds among whole offices one after the other, as many as were asked for or fit into the time, two at least. */
export async function runOfficeSeeds(
  from: number,
  seeds: number,
  profile: OfficeProfile,
  mostSeconds = Number.POSITIVE_INFINITY,
): Promise<OfficeRun> {
  const ground = await officeGround();
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  const failures: OfficeOutcome[] = [];
  const told = { rollbacks: 0, takeovers: 0 };
  let done = 0;
  try {
    for (; done < seeds && (done < 2 || seconds() < mostSeconds); done += 1) {
      const outcome = await ground.run(from + done, profile);
      told.rollbacks += outcome.lines.filter((line) => line.includes(' rollback: ')).length;
      told.takeovers += outcome.lines.filter((line) => line.endsWith(' takes its requests over: done')).length;
      if (outcome.faults.length > 0) failures.push(outcome);
    }
  } finally {
    ground.end();
  }
  return { seeds: done, failures, ...told, seconds: seconds() };
}
