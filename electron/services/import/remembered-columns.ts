import { createHash } from 'node:crypto';
import type { ReadDb, WriteDb } from '#electron/store/db.ts';
import { readSetting, writeSetting } from '#electron/store/tables/settings.ts';
import { titlesText } from '#shared/domain/import/column-proposal.ts';
import { importField } from '#shared/domain/import/import-field.ts';

const keyOf = (titles: readonly string[]): string =>
  `import.columns.${createHash('sha256').update(titlesText(titles)).digest('hex').slice(0, 24)}`;

/** The columns chosen last for a table with these titles; undefined when there was none. */
export function rememberedColumns(db: ReadDb, titles: readonly string[]): readonly string[] | undefined {
  const text = readSetting(db, keyOf(titles));
  if (text === undefined) return undefined;
  const codes = text.split(' ');
  // A field of an earlier version is left out.
  return titles.map((_, at) => (importField(codes[at] ?? '') === undefined ? '' : (codes[at] ?? '')));
}

/** Remembers the columns of a table for the next one with the same titles. */
export function rememberColumns(tx: WriteDb, titles: readonly string[], columns: readonly string[]): void {
  writeSetting(tx, keyOf(titles), columns.join(' '));
}
