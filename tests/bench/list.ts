import type Database from 'better-sqlite3';
import { dossierLines } from '#electron/services/dossier/dossier-rows.ts';
import type { Store } from '#electron/store/store.ts';
import { dossierPage } from '#electron/store/tables/dossier-list.ts';
import type { DossierQuery } from '#electron/store/tables/dossier-order.ts';
import { addDays, type LocalDate } from '#shared/base/local-date.ts';
import { atLeast, type Check } from './check-line.ts';
import { benchToday } from './filled-file.ts';
import { seeded } from './made-up-words.ts';
import { manyRows } from './many-rows.ts';
import { benchSizes } from './sizes.ts';
import { onceOf, p95, say, timesOf } from './timing.ts';

const asked = 300;
const rows = 50;

type Asked = { readonly status: 'received' | 'accepted'; readonly today: LocalDate; readonly offset: number };

/** Questions by status and a first day, each from the top; or pages one after another from a deep place on. */
function questions(deepFrom: number | undefined): readonly Asked[] {
  const random = seeded(21);
  return Array.from({ length: asked }, (_, place): Asked => {
    const today = deepFrom === undefined ? addDays(benchToday, Math.floor(random() * 200)) : benchToday;
    return {
      status: place % 2 === 0 ? 'accepted' : 'received',
      today,
      offset: (deepFrom ?? 0) + (deepFrom === undefined ? 0 : (place >> 1) * rows),
    };
  });
}

/** Far places of lists nobody has been in, each another one: the list of every day and status is a list of its own. */
function jumps(count: number): readonly Asked[] {
  const random = seeded(22);
  return Array.from({ length: asked }, (_, place): Asked => {
    // So many of the files of either status have a day and lie behind the first one asked about.
    const offset = Math.floor(random() * count * 0.015);
    return { status: place % 2 === 0 ? 'accepted' : 'received', today: addDays(benchToday, place >> 1), offset };
  });
}

function oursOf(store: Store): (question: Asked) => number {
  return ({ status, today, offset }) => {
    const query: DossierQuery = { side: 'all', statuses: [status], handler: null, words: [], sort: 'due', today };
    const page = dossierPage(store.db, query, offset, rows);
    return dossierLines(store.db, page.ns, today).length;
  };
}

/** What the list shows of a file and of the limit it waits for. */
const shown = `d.n, d.id, d.side, d.status, d.window_no, d.case_no, d.title, d.cause, d.handler, d.received_on, d.accepted_on,
  d.closed_on, d.open_requests, d.stage, d.lead_no, l.id AS limit_id, l.rule_id, l.of_part, l.due, l.target, l.soon_from,
  l.resume_by, l.state, l.provisional, l.confidence FROM dossier AS d LEFT JOIN deadline AS l ON l.id = d.next_deadline`;
/** Less than the list shows: what the index and the first columns of a file answer. */
const narrow =
  'd.n, d.id, d.status, d.window_no, d.case_no, d.title, d.cause, d.received_on, d.next_due FROM dossier AS d';

/** The bare query of the same rows in the plain file, for the same columns as ours or for a few of them. */
function bareOf(plain: Database.Database, columns: string): (question: Asked) => number {
  const list = plain.prepare(
    `SELECT ${columns} WHERE d.status = ? AND d.next_due >= ? ORDER BY d.next_due, d.n LIMIT ${rows} OFFSET ?`,
  );
  return ({ status, today, offset }) => list.all(status, today, offset).length;
}

type Measured = { readonly checks: readonly Check[]; readonly top: number; readonly deep: number };

async function measure(cache: string, count: number): Promise<Measured> {
  const { store, plain } = await manyRows(cache, count);
  const [ours, bare, few] = [oursOf(store), bareOf(plain, shown), bareOf(plain, narrow)];
  const top = questions(undefined);
  // 5 % of the files are received or accepted and still lie behind this place.
  const deep = questions(Math.floor(count * 0.02));
  // The first round warms both files and is not counted.
  for (const question of top) {
    ours(question);
    bare(question);
    few(question);
  }
  const peers = { bare: timesOf(top, bare), few: timesOf(top, few) };
  const times = { ours: timesOf(top, ours), deep: timesOf(deep, ours), ...peers };
  const far = jumps(count);
  const jumped = { ours: onceOf(far, ours), bare: onceOf(far, bare) };
  store.close();
  plain.close();
  say(`${count} files, 50 rows by status and deadline, total and lamps`, times.ours);
  say(`${count} files, bare query of the same columns on the plain file`, times.bare);
  say(`${count} files, bare query of nine columns on the plain file`, times.few);
  say(`${count} files, the same list from row ${Math.floor(count * 0.02)} on`, times.deep);
  say(`${count} files, far places nobody was at, each asked once`, jumped.ours);
  say(`${count} files, the same places by the bare query with OFFSET on the plain file`, jumped.bare);
  const [fast, slow, below] = [p95(times.bare), p95(times.ours), p95(times.deep)];
  return {
    ...{ top: slow, deep: below },
    checks: [
      atLeast(`list ${count}: bare query / ours, p95`, fast / slow, 1 / 3),
      atLeast(`list ${count}: bare query / ours deep in the list, p95`, fast / below, 1 / 3),
      atLeast(
        `list ${count}: bare query / ours at far places asked once, p95`,
        p95(jumped.bare) / p95(jumped.ours),
        1 / 3,
      ),
    ],
  };
}

/** `bench list`: 50 rows by status and deadline, encrypted, beside the bare query on a plain file; then a deep scroll. */
export async function benchList(cache: string): Promise<readonly Check[]> {
  const measured: Measured[] = [];
  for (const count of benchSizes()) measured.push(await measure(cache, count));
  const [small, large] = measured;
  const growth =
    small && large
      ? [
          atLeast('list: p95 at 100 000 / p95 at 1 000 000', small.top / large.top, 1 / 1.5),
          atLeast('list: p95 deep at 100 000 / p95 deep at 1 000 000', small.deep / large.deep, 1 / 1.5),
        ]
      : [];
  return [...measured.flatMap(({ checks }) => checks), ...growth];
}
