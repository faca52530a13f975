import type { ReadDb } from '#electron/store/db.ts';
import { aboutPage } from '#electron/store/tables/about.ts';
import {
  countFilesOf,
  filesOfEmployer,
  requestsOfEmployer,
  standingOn,
  writtenOver,
} from '#electron/store/tables/employer-list.ts';
import type { EmployerRow } from '#electron/store/tables/employers.ts';
import { findEntry } from '#electron/store/tables/entries.ts';
import { findPartner } from '#electron/store/tables/partners.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import { findRequest } from '#electron/store/tables/requests.ts';
import { ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { shownCode } from '#shared/domain/masking/shown-code.ts';
import { regionName } from '#shared/domain/region/region.ts';
import { readBody } from '#shared/protocol/body.ts';
import type { Handler } from '../context.ts';
import { dossierLines } from '../dossier/dossier-rows.ts';
import { foldedWriting } from '../dossier/search-text.ts';
import { roleOf } from '../dossier/stored-party.ts';
import { latestDay } from '../latest-day.ts';
import { readText } from '../read-fields.ts';
import { recordedAt } from '../recorded-at.ts';
import { rowView } from '../request/row-view.ts';
import { rootNow, writtenUnder } from './count-employer.ts';
import { rootOf } from './employer-now.ts';
import { writtenAs } from './written-as.ts';

type View = CallOutput<'employer.get'>;
type Act = View['acts'][number];

const shownActs = 50;
const kinds: readonly Act['kind'][] = ['merged', 'parted', 'split', 'rejoined'];

/** What people did to the records of an employer, the newest first, each act once. */
function actsOf(db: ReadDb, under: readonly EmployerRow[]): readonly Act[] {
  const names = peopleNames(db);
  const rows = under.flatMap(({ id }) => aboutPage(db, id, 0, shownActs));
  const once = new Map(rows.map((row) => [row.n, row]));
  const newest = [...once.values()].toSorted((a, b) => b.n - a.n).slice(0, shownActs);
  return newest.flatMap(({ entry, header }) => {
    const kind = kinds.find((known) => header.kind === `employer.${known}`);
    const body = findEntry(db, entry)?.body;
    const reason = body === undefined ? '' : readText(readBody(body), 'reason');
    const by = names.get(header.actor) ?? '';
    return kind === undefined ? [] : [{ entry, kind, at: recordedAt(header.at), by, reason }];
  });
}

/** One employer over all files, whichever of its merged records was asked for. */
export const getEmployer: Handler<'employer.get'> = ({ open }, { employer }) => {
  const { db } = open.store;
  const found = rootOf(db, employer);
  if (!found.ok) return found;
  const { n, id } = found.value;
  const { under, name, code } = rootNow(db, n);
  const rows = writtenOver(db, n).map((row) => ({ ...row, code: shownCode(row.code) }));
  const nameOf = new Map(under.map((row) => [row.n, row.name]));
  const merged = under.flatMap((row) =>
    row.into === null
      ? []
      : [
          {
            ...{ id: row.id, name: row.name, code: row.code, files: row.files },
            ...{ into: nameOf.get(row.into) ?? '', merge: row.mergedBy ?? '' },
          },
        ],
  );
  return ok({
    ...{ id, name, code, ...countFilesOf(db, n), merged, acts: [...actsOf(db, under)] },
    ...{ names: writtenAs(rows, 'name'), codes: writtenAs(rows, 'code') },
    ...{ addresses: writtenAs(rows, 'address'), legalReps: writtenAs(rows, 'legalRep') },
  });
};

/** The files of an employer, each with how it stands there. */
export const listEmployerFiles: Handler<'employer.files'> = ({ open, moment }, { employer, offset, limit }) => {
  const { db } = open.store;
  const found = rootOf(db, employer);
  if (!found.ok) return found;
  const { n } = found.value;
  const ns = filesOfEmployer(db, n, offset, limit);
  const standing = standingOn(db, n, ns);
  const rows = dossierLines(db, ns, latestDay(db, moment)).map((row) => ({
    row,
    parties: standing
      .filter(({ dossier }) => dossier === row.id)
      .map(({ party, role, name, split }) => ({ id: party, role: roleOf(role), name, split: split === 1 })),
  }));
  return ok({ total: countFilesOf(db, n).files, rows });
};

/** Fewer characters than these name too many. */
const leastNamed = 4;

/** The requests that have to do with an employer, with the partner's region. */
export const listEmployerRequests: Handler<'employer.requests'> = ({ open, moment }, { employer, offset, limit }) => {
  const { db } = open.store;
  const found = rootOf(db, employer);
  if (!found.ok) return found;
  const { n } = found.value;
  const names = writtenUnder(db, n).names.map(foldedWriting);
  const named = [...new Set(names)].filter((text) => [...text].length >= leastNamed);
  const { total, ids } = requestsOfEmployer(db, { root: n, named }, offset, limit);
  const today = latestDay(db, moment);
  const rows = ids.flatMap((id) => {
    const row = findRequest(db, id);
    if (row === undefined) return [];
    const region = findPartner(db, row.partner)?.region ?? '';
    return [{ ...rowView(db, row, today), region, regionName: regionName(region) }];
  });
  return ok({ total, rows });
};
