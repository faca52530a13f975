import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function filesIn(place: string): readonly string[] {
  if (!statSync(place).isDirectory()) return [place];
  const entries = readdirSync(place, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function stampOf(inputs: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of inputs.filter(existsSync).flatMap(filesIn).sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\n${size}\n${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * Runs `make` unless the outputs are there and no input changed since it last ran, which a stamp file beside the outputs
 * remembers. Inputs are files or folders; their names, sizes and times of change count.
 */
export async function makeIfStale(
  stampFile: string,
  inputs: readonly string[],
  outputs: readonly string[],
  make: () => Promise<void>,
): Promise<void> {
  const stamp = stampOf(inputs);
  const known = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (known === stamp && outputs.every((file) => existsSync(file))) return;
  await make();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}
