import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { layers } from '../../build/layers.ts';

/** The root of this repository. */
export const root = resolve(import.meta.dirname, '../..');

const configs = [
  'package.json',
  'biome.json',
  'knip.json',
  '.oxlintrc.json',
  '.dependency-cruiser.mjs',
  'build/layers.ts',
  'tsconfig.base.json',
];

/** The folders that are a TypeScript project. */
export const projectFolders: readonly string[] = [
  ...layers.map((layer) => layer.folder),
  ...['tests', 'build', 'build/verify/page'],
];

/** How a tool ended: its exit code and all it printed. */
export type ToolRun = { readonly code: number | null; readonly output: string };

/** A copy of the repository's configuration with other sources in it; it is removed when the test ends. */
export type ScratchTree = {
  readonly folder: string;
  /** Runs a tool of node_modules/.bin in it. */
  readonly run: (tool: string, ...options: readonly string[]) => ToolRun;
};

function write(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Makes a tree of the real configuration and the given files (path -> text), to see what the tools say of them. */
export function makeScratchTree(files: Readonly<Record<string, string>>): ScratchTree {
  const folder = mkdtempSync(join(tmpdir(), 'xieban-tree-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const path of [...configs, ...projectFolders.map((name) => `${name}/tsconfig.json`)]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(root, path), join(folder, path));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [path, text] of Object.entries(files)) write(folder, path, text);
  return {
    folder,
    run: (tool, ...options) => {
      const result = spawnSync(join(root, 'node_modules', '.bin', tool), options, { cwd: folder, encoding: 'utf8' });
      return { code: result.status, output: `${result.stdout}${result.stderr}` };
    },
  };
}
