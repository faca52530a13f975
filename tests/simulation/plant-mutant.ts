import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Mutant, mutants } from './mutants.ts';

const root = resolve(import.meta.dirname, '../..');

function patched(mutant: Mutant, file: string): string | undefined {
  const patches = mutant.patches.filter((patch) => resolve(root, patch.file) === file);
  if (patches.length === 0) return undefined;
  return patches.reduce(
    (source, { find, replace }) => {
      if (source.split(find).length !== 2)
        throw new Error(`mutant '${mutant.name}' finds its place ${source.split(find).length - 1} times`);
      return source.replace(find, () => replace);
    },
    readFileSync(file, 'utf8'),
  );
}

/** Plants a bug by name: modules loaded from now on come with its patches. Throws when there is no such mutant. */
export function plantMutant(name: string): void {
  const mutant = mutants.find((one) => one.name === name);
  if (!mutant) throw new Error(`no mutant '${name}'`);
  registerHooks({
    load: (url, context, nextLoad) => {
      const source = url.startsWith('file:') ? patched(mutant, fileURLToPath(url)) : undefined;
      if (source === undefined) return nextLoad(url, context);
      return { format: 'module-typescript', source, shortCircuit: true };
    },
  });
}
