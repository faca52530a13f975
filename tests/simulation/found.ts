import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Script } from './script.ts';

/** What is left of a failing seed, kept for good: it must never fail again. */
export type Found = {
  /** What it showed, in one sentence. */
  readonly showed: string;
  readonly script: Script;
};

const folder = join(import.meta.dirname, 'found');

/** Every kept script by its name. */
export function allFound(): readonly (Found & { readonly name: string })[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => {
      // Written by `keepFound`, and run by a test at once.
      const found = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Found;
      return { name: file.slice(0, -'.json'.length), ...found };
    });
}

/** Keeps a script under a name; answers the file. */
export function keepFound(name: string, found: Found): string {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
  return file;
}
