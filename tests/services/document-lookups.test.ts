import { expect, it } from 'vitest';
import type { ReadDb, SqlValue } from '#electron/store/db.ts';
import { namesOfDocument, otherDossiersWith } from '#electron/store/tables/dossier-files.ts';
import { grantsOf } from '#electron/store/tables/entry-files.ts';
import { dossiersWithFile, nextFileToRead } from '#electron/store/tables/file-texts.ts';
import type { DossierId, ManifestId, OfficeId } from '#shared/base/ids.ts';
import { testOffice } from '#tests/support/office.ts';

/** The plan of every statement a lookup runs. */
function plansOf(db: ReadDb, lookUp: (db: ReadDb) => unknown): readonly string[] {
  const plans: string[] = [];
  const explain = (sql: string, values: readonly SqlValue[]): void => {
    const steps = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values);
    plans.push(...steps.map(({ detail }) => detail));
  };
  lookUp({
    ...db,
    get: (sql, ...values) => {
      explain(sql, values);
      return db.get(sql, ...values);
    },
    all: (sql, ...values) => {
      explain(sql, values);
      return db.all(sql, ...values);
    },
  });
  return plans;
}

it.each<readonly [string, (db: ReadDb) => unknown]>([
  ['the names of a document', (db) => namesOfDocument(db, 'm1' as ManifestId)],
  ['the other files it lies on', (db) => otherDossiersWith(db, 'm1' as ManifestId, 'd1' as DossierId, 5)],
  ['the files whose search follows its text', (db) => dossiersWithFile(db, 'm1' as ManifestId)],
  ['the document to be read next', nextFileToRead],
])('looks up %s without walking through all documents', async (_, lookUp) => {
  const plans = plansOf((await testOffice()).open.store.db, lookUp);
  expect(plans.filter((step) => /SCAN dossier_file|AUTOMATIC/.test(step))).toEqual([]);
  expect(plans.some((step) => step.startsWith('SEARCH dossier_file USING'))).toBe(true);
});

it('looks up where a partner was told of a file without walking through what it was told', async () => {
  const plans = plansOf((await testOffice()).open.store.db, (db) => grantsOf(db, 'o1' as OfficeId, 'm1' as ManifestId));
  const streams = plans.filter((step) => /\b(stream_out|stream_past|MATERIALIZE|AUTOMATIC)\b/.test(step));
  expect(streams).toEqual([
    expect.stringMatching(/^SEARCH stream_out USING .*\(entry=\? AND office=\?\)/),
    expect.stringMatching(/^SEARCH stream_past USING .*\(entry=\? AND office=\?\)/),
  ]);
});
