import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeScratchTree, root } from './scratch-tree.ts';

const files = {
  'counted.test.ts': `import { describe, expect, test } from 'vitest';
    test('passes', () => expect(1).toBe(1));
    test('fails', () => expect(1).toBe(2));
    test('has no printer', (context) => context.skip('no printer here'));
    describe.skip('needs a robot [skipped: robot is not installed]', () => {
      test('moves', () => expect(1).toBe(1));
      test('stops', () => expect(1).toBe(1));
    });
    test.skip('says nothing', () => expect(1).toBe(1));`,
  'broken.test.ts': "import './nowhere.ts';\n",
  'vitest.config.ts': 'export default {};\n',
};

test('every test is counted once: passed, failed, skipped with its reason, and a file that does not load as failed', () => {
  const tree = makeScratchTree(files);
  const counts = join(tree.folder, 'counts.json');
  const reporter = `--reporter=${join(root, 'build/test/reporter.ts')}`;
  const run = spawnSync(join(root, 'node_modules/.bin/vitest'), ['run', reporter], {
    cwd: tree.folder,
    encoding: 'utf8',
    env: { ...process.env, XIEBAN_COUNTS: counts },
  });
  expect(run.status).not.toBe(0);
  expect(JSON.parse(readFileSync(counts, 'utf8'))).toEqual({
    passed: 1,
    failed: 2,
    skipped: ['no printer here', 'robot is not installed', 'robot is not installed', 'no reason given'],
  });
});
