import type { WrittenRow } from '#electron/store/tables/employer-list.ts';
import type { CallOutput } from '#shared/contract/contract.ts';

type Written = CallOutput<'employer.get'>['names'][number];

/** Different ways of writing that are shown. */
const shown = 30;

/**
 * The texts of one field, the newest first, each with the days of the first and the last file that has it and how many
 * files do; 30 at most. `rows` come with the newest file first.
 */
export function writtenAs(rows: readonly WrittenRow[], field: 'name' | 'code' | 'address' | 'legalRep'): Written[] {
  const found = new Map<string, { from: string; to: string; files: Set<number> }>();
  for (const { [field]: text, on, dossier } of rows) {
    if (text === '') continue;
    const known = found.get(text);
    if (known === undefined) found.set(text, { from: on, to: on, files: new Set([dossier]) });
    else {
      if (on < known.from) known.from = on;
      if (on > known.to) known.to = on;
      known.files.add(dossier);
    }
  }
  return [...found].slice(0, shown).map(([text, { from, to, files }]) => ({ text, from, to, files: files.size }));
}
