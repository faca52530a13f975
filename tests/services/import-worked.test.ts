import { expect, test } from 'vitest';
import type { ReadDb } from '#electron/store/db.ts';
import { addImport, importedFiles, noteImportFile } from '#electron/store/tables/imports.ts';
import { transaction } from '#electron/store/transaction.ts';
import type { DossierId, ManifestId, UserId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

const batch = '00000000-0000-7000-8000-000000000001';

/** An import of many files, none of which is there: only what the question looks at. */
function largeImport({ open }: TestOffice, files: number): void {
  transaction(open.store, (tx) => {
    addImport(tx, {
      ...{ id: batch, n: 1, person: 'p' as UserId, at: '', name: '', manifest: 'm' as ManifestId, charset: '' },
      ...{ sheet: '', head: 1, side: 'arb', columns: '[]', planned: files },
    });
    for (let line = 1; line <= files; line += 1)
      noteImportFile(tx, { batch, line, dossier: `d${line}` as DossierId, n: 1 });
    return ok(undefined);
  });
}

/** How each table is reached when the files of an import are looked at. */
function planOf(db: ReadDb): readonly string[] {
  let plan: readonly string[] = [];
  importedFiles(
    {
      ...db,
      all: (sql, ...values) => {
        plan = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => detail);
        return [];
      },
    },
    batch,
    0,
    500,
  );
  return plan;
}

test('whether somebody worked on a file is looked up, and no table is walked through for it', async () => {
  const plan = planOf((await testOffice()).open.store.db);
  expect(plan.filter((step) => /\bSCAN\b(?! CONSTANT)|AUTOMATIC/.test(step))).toEqual([]);
  for (const table of ['about', 'request', 'paper', 'lead', 'under', 'g'])
    expect(plan.join('\n')).toMatch(`SEARCH ${table} USING`);
});

test('other calls are answered while the files of a large import are looked at', async () => {
  const office = await testOffice();
  largeImport(office, 3000);
  let [answered, over] = [0, false];
  const looking = office.ask('import.worked', { import: batch }).finally(() => {
    over = true;
  });
  while (!over) {
    await new Promise((resolve) => setImmediate(resolve));
    await office.ask('office.get', {});
    answered += 1;
  }
  expect(answered).toBeGreaterThan(4);
  expect(await looking).toEqual({ total: 0, files: [] });
});
