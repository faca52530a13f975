import { type OfficeOutcome, officeGround } from './office-world.ts';

/** What a run of seeds among whole offices gave. */
export type OfficeRun = {
  readonly seeds: number;
  readonly failures: readonly OfficeOutcome[];
  /** Seconds of this machine. */
  readonly seconds: number;
};

/** Runs seeds among whole offices one after the other, as many as were asked for or fit into the time. */
export async function runOfficeSeeds(from: number, seeds: number, mostSeconds: number): Promise<OfficeRun> {
  const ground = await officeGround();
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  const failures: OfficeOutcome[] = [];
  let done = 0;
  try {
    for (; done < seeds && seconds() < mostSeconds; done += 1) {
      const outcome = await ground.run(from + done);
      if (outcome.faults.length > 0) failures.push(outcome);
    }
  } finally {
    ground.end();
  }
  return { seeds: done, failures, seconds: seconds() };
}
