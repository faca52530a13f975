import { readFileSync } from 'node:fs';

/** One text field of a package.json; throws when the file has no such field, which is a fault of the file. */
export function manifestField(file: string, field: string): string {
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const fields = new Map<string, unknown>(
    typeof manifest === 'object' && manifest !== null ? Object.entries(manifest) : [],
  );
  const value = fields.get(field);
  if (typeof value !== 'string') throw new Error(`${file} has no ${field}`);
  return value;
}

/** The version of Electron the product is built for. */
export const electronVersion = (): string => manifestField('node_modules/electron/package.json', 'version');
