import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

const { cpSync, mkdirSync } = fs;

/**
 * Copies `folder` before each step that changes a file, and once at the end: what each copy holds is what a kill at that
 * step leaves. Calls of Node's file functions are the steps; SQLite's own writes lie between them.
 */
export function recordSteps(folder: string, copies: string): { readonly finish: () => number } {
  let steps = 0;
  let recording = true;
  const copy = (): void => {
    if (!recording) return;
    steps += 1;
    const target = join(copies, String(steps).padStart(3, '0'));
    mkdirSync(target, { recursive: true });
    cpSync(folder, target, { recursive: true });
  };
  const changesFiles = ['openSync', 'writeSync', 'fsyncSync', 'renameSync', 'writeFileSync', 'rmSync'] as const;
  const changesLater = ['open', 'rename', 'mkdir', 'copyFile', 'writeFile', 'rm'] as const;
  const watch = (holder: object, names: readonly string[]): void => {
    for (const name of names) {
      const original: unknown = Reflect.get(holder, name);
      if (typeof original !== 'function') throw new Error(`no function ${name}`);
      Reflect.set(holder, name, (...values: readonly unknown[]): unknown => {
        copy();
        return Reflect.apply(original, holder, values);
      });
    }
  };
  watch(fs, changesFiles);
  watch(fs.promises, changesLater);
  syncBuiltinESMExports();
  return {
    finish: () => {
      copy();
      recording = false;
      return steps;
    },
  };
}
