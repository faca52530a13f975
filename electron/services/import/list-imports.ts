import { setImmediate as turn } from 'node:timers/promises';
import type { ReadDb } from '#electron/store/db.ts';
import { findDossier } from '#electron/store/tables/dossiers.ts';
import {
  countImported,
  findImport,
  type ImportRow,
  importCount,
  importedFiles,
  importPage,
} from '#electron/store/tables/imports.ts';
import { findPerson, peopleNames } from '#electron/store/tables/people.ts';
import type { DossierId, UserId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { recordedAt } from '../recorded-at.ts';

/** Files of an import that are looked at between two questions of the store. */
const page = 500;
const mostNamed = 200;

/** Whether a person may take an import back: who took it in, and the head of the office. */
export function mayTakeBack(db: ReadDb, row: Pick<ImportRow, 'person'>, me: UserId): boolean {
  return row.person === me || (findPerson(db, me)?.roles.includes('head') ?? false);
}

/** The tables that were taken in, with how many of their files are here. */
export const listImports: Handler<'import.list'> = ({ open, me }, { offset, limit }) => {
  const { db } = open.store;
  const names = peopleNames(db);
  const rows = importPage(db, offset, limit).map((row) => {
    const here = countImported(db, row.id);
    return {
      ...{ id: row.id, name: row.name, at: recordedAt(row.at), person: names.get(row.person) ?? '', side: row.side },
      ...{ planned: row.planned, here, withdrawn: row.withdrawn, state: row.state, reason: row.reason },
      mayUndo: here > 0 && mayTakeBack(db, row, me),
    };
  });
  return ok({ total: importCount(db), rows });
};

type Worked = { readonly total: number; readonly first: readonly DossierId[] };

/** Files of an import that somebody worked on since: how many, and the first of them. Other calls are answered between pages. */
async function workedOn(db: ReadDb, batch: string): Promise<Worked> {
  const first: DossierId[] = [];
  let [total, after] = [0, 0];
  for (;;) {
    const rows = importedFiles(db, batch, after, page);
    for (const { dossier } of rows.filter(({ worked }) => worked)) {
      total += 1;
      if (first.length < mostNamed) first.push(dossier);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return { total, first };
    after = last.line;
    await turn();
  }
}

/** The files that would stay when an import is taken back. */
export const listWorked: Handler<'import.worked'> = async ({ open }, input) => {
  const { db } = open.store;
  if (findImport(db, input.import) === undefined) return err(notFound('import'));
  const { total, first } = await workedOn(db, input.import);
  const files = first.flatMap((id) => {
    const row = findDossier(db, id);
    return row ? [{ dossier: id, number: row.caseNo ?? row.windowNo, title: row.title }] : [];
  });
  return ok({ total, files });
};
