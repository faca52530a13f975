import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { claimsOf } from './document-claims.ts';
import { root } from './scratch-tree.ts';

const documents = ['README.md', 'README.zh-CN.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'];
const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** Made by a command, so absent from a fresh clone. */
const made = ['out/', 'release/', '.cache/', 'node_modules/'];

describe.each(documents)('%s', (document) => {
  test('exists, and so do the paths and commands it names', () => {
    const { paths, scripts: named } = claimsOf(document, readFileSync(join(root, document), 'utf8'));
    const missing = paths.filter(
      (path) => !made.some((folder) => path.startsWith(folder)) && !existsSync(join(root, path)),
    );
    expect(missing).toEqual([]);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
    expect(paths.length + named.length).toBeGreaterThan(0);
  });
});

test('both READMEs show the two commands and a picture', () => {
  for (const document of documents.slice(0, 2)) {
    const text = readFileSync(join(root, document), 'utf8');
    expect(claimsOf(document, text).scripts).toEqual(expect.arrayContaining(['start', 'test']));
    expect(text).toMatch(/!\[[^\]]+\]\([^)]+\.(png|webp)\)/);
  }
});

test('the licence is Apache-2.0', () => {
  expect(readFileSync(join(root, 'LICENSE'), 'utf8')).toMatch(/Apache License\s+Version 2\.0/);
});

test('the check finds a path, a link and a command that are not there', () => {
  const text =
    'See `shared/base/nothing.ts:12`, [this](docs/gone.md), `npm run nope`, `tests/<suite>/a.ts` and `npm start`.';
  expect(claimsOf('README.md', text)).toEqual({
    paths: ['docs/gone.md', 'shared/base/nothing.ts', 'tests/'],
    scripts: ['nope', 'start'],
  });
});
