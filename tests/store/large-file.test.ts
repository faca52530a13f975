import { expect, test } from 'vitest';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { runChild } from './support/child.ts';

test('a file of 120 MiB goes in and comes back with less than 40 MiB of memory', async () => {
  const { code, output } = await runChild('take-large-file.ts', tempFolder(), '120').ended;
  expect(code, output).toBe(0);
  const measured = JSON.parse(output) as { grewMebibytes: number; same: boolean };
  expect(measured.same).toBe(true);
  expect(measured.grewMebibytes).toBeLessThan(40);
});
