import { afterAll, expect, test } from 'vitest';
import { officeProfiles } from './office-script.ts';
import { officeGround } from './office-world.ts';
import { runOfficeSeeds } from './run-office-seeds.ts';

const ground = officeGround();
afterAll(async () => (await ground).end());

/** A seed in which a partner holds what the older copy lacks. */
const seedOfTakeover = 6;

/** Seeds given to each profile, and seconds: as many of them as fit, and never fewer than a few. */
const mostSeeds = 20;
const mostSeconds = 15;

test.for(officeProfiles)('whole offices agree in all seeds of the profile %s that fit in', async (profile) => {
  const { seeds, failures, seconds, rollbacks, takeovers } = await runOfficeSeeds(1, mostSeeds, profile, mostSeconds);
  const happened = `${rollbacks} disks replaced by older copies, ${takeovers} takeovers`;
  console.log(`${profile}: seeds 1 to ${seeds}, ${failures.length} failed, ${happened}, ${seconds.toFixed(0)} s`);
  expect(failures).toEqual([]);
  expect(seeds).toBeGreaterThanOrEqual(2);
});

test('an office whose disk is older than it should be is brought back by one act of a person', async () => {
  const { run } = await ground;
  const { lines, faults } = await run(seedOfTakeover, 'rollback');
  expect(faults).toEqual([]);
  expect(lines.filter((line) => line.includes('runs on the earlier copy of its disk'))).toHaveLength(1);
  expect(lines.filter((line) => line.endsWith('takes its requests over: done'))).toHaveLength(1);
});

test('a partner with whom nothing was ever exchanged answers too, so that nobody waits for it for ever', async () => {
  const { run } = await ground;
  const { lines, faults } = await run(21, 'rollback');
  expect(faults).toEqual([]);
  expect(lines.filter((line) => line.endsWith('takes its requests over: done'))).toHaveLength(1);
});

test('the same seed does the same among whole offices', async () => {
  const { run } = await ground;
  const first = await run(2, 'office');
  expect(first.lines.length).toBeGreaterThan(20);
  expect(await run(2, 'office')).toEqual(first);
});
