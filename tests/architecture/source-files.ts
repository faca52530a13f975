import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './scratch-tree.ts';

/** A file of the repository: its path from the root, with '/' between the parts. */
export type SourceFile = { readonly path: string; readonly text: string };

/** The files with one of these endings below these folders. */
export function readSources(folders: readonly string[], endings: RegExp): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && endings.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({ path: file.slice(root.length + 1).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') })),
  );
}
