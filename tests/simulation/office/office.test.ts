import { afterAll, expect, test } from 'vitest';
import { officeGround } from './office-world.ts';
import { runOfficeSeeds } from './run-office-seeds.ts';

const ground = officeGround();
afterAll(async () => (await ground).end());

test('whole offices agree after any weather, on sticks and by post, in as many seeds as fit into half a minute', async () => {
  const run = await runOfficeSeeds(1, 1_000, 30);
  console.log(`whole offices: seeds 1 to ${run.seeds}, ${run.failures.length} failed, in ${run.seconds.toFixed(0)} s`);
  expect(run.failures).toEqual([]);
  expect(run.seeds).toBeGreaterThanOrEqual(3);
});

test('the same seed does the same among whole offices', async () => {
  const { run } = await ground;
  const first = await run(2);
  expect(first.lines.length).toBeGreaterThan(20);
  expect(await run(2)).toEqual(first);
});
