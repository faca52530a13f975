import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createDispatch } from '#electron/services/dispatch.ts';
import { handlers } from '#electron/services/handlers.ts';
import { createSession } from '#electron/services/session/session.ts';
import { setUpOffice } from '#electron/services/session/set-up.ts';
import { lockFolder } from '#electron/store/folder-lock.ts';
import { openStore } from '#electron/store/open.ts';
import { gramsOf } from '#electron/store/search/grams.ts';
import { connectionOf, type Store } from '#electron/store/store.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { shanghaiDate } from '#shared/base/local-date.ts';
import type { CallInput, CallName, CallOutput } from '#shared/contract/contract.ts';
import { atLeast, type Check } from './check-line.ts';
import { benchPassphrase } from './many-dossiers.ts';
import { manyLines } from './many-lines.ts';

const lines = 50_000;
const perTransaction = 5000;
const part = 1_048_576;
const at = Date.parse('2026-11-20T01:00:00Z');
const random = { bytes: (count: number): Uint8Array => new Uint8Array(randomBytes(count)) };

type Ask = <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;

/** An empty office asked through the dispatch, as a window asks it. */
async function emptyOffice(
  folder: string,
): Promise<{ readonly ask: Ask; readonly store: Store; readonly close: () => void }> {
  rmSync(folder, { recursive: true, force: true });
  const lock = lockFolder(folder);
  if (!lock.ok) throw new Error(lock.error.code);
  const moment = { at, today: shanghaiDate(at) };
  const made = await setUpOffice(lock.value, {
    ...{ office: 'bench-office' as OfficeId, name: '样例仲裁院', region: '310118', side: 'both', person: '沈样文' },
    ...{ protection: { by: 'passphrase', passphrase: benchPassphrase }, random, moment },
  });
  if (!made.ok) throw new Error(made.error.code);
  const place = {
    lock: lock.value,
    desk: 'own',
    sample: false,
    secretStore: undefined,
    sampleDoor: undefined,
    version: '',
  } as const;
  const session = createSession(place);
  session.adopt(made.value.open, made.value.me);
  const log = { info: () => undefined, warn: (event: string, facts?: unknown) => console.error(event, facts) };
  const dispatch = createDispatch(handlers, session, { clock: { now: () => at }, random, log });
  return {
    ask: async (name, input) => {
      const reply = await dispatch(name, input);
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.failure)}`);
      // Every reply of a call is of that call's output.
      return reply.value as CallOutput<typeof name>;
    },
    store: made.value.open.store,
    close: () => {
      session.lock();
      lock.value.release();
    },
  };
}

async function upload(ask: Ask, bytes: Uint8Array): Promise<CallInput<'import.read'>['manifest']> {
  const { upload: id } = await ask('file.begin', { name: 'stock.xlsx', size: bytes.length });
  for (let offset = 0; offset < bytes.length; offset += part) {
    await ask('file.append', { upload: id, offset, bytes: bytes.subarray(offset, offset + part) });
  }
  // The id of a file that was just taken in.
  return (await ask('file.finish', { upload: id })).manifest as CallInput<'import.read'>['manifest'];
}

type Table = { readonly name: string; readonly columns: readonly string[] };

function tablesOf(store: Store): readonly Table[] {
  const named = store.db.all<{ name: string }>(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
       AND name NOT IN ('meta', 'setting', 'office_secret') ORDER BY name`,
  );
  return named.map(({ name }) => ({
    name,
    columns: store.db.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', name).map((column) => column.name),
  }));
}

type Rows = {
  readonly insert: string;
  readonly rows: readonly (readonly (string | number | bigint | Uint8Array | null)[])[];
};

/** Everything the import wrote, as it lies in its tables, and what it handed to the search index. */
function everythingIn(store: Store): readonly Rows[] {
  const tables = tablesOf(store).map(({ name, columns }) => {
    const rows = store.db
      .all<Record<string, string | number>>(`SELECT * FROM "${name}"`)
      .map((one) => Object.values(one));
    return { insert: `INSERT INTO "${name}" VALUES (${columns.map(() => '?').join(', ')})`, rows };
  });
  const texts = store.db.all<{ n: number; short: string; long: string }>(
    'SELECT n, short, long FROM search_text ORDER BY n',
  );
  const grams = texts.map(({ n, short, long }) => [n, gramsOf(`${short}\n${long}`)]);
  return [...tables, { insert: 'INSERT INTO search_index (rowid, grams) VALUES (?, ?)', rows: grams }];
}

/** The peer: the same rows into the same tables of another encrypted file, by nothing but prepared inserts in batches. */
function bareInserts(all: readonly Rows[], folder: string): number {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const opened = openStore({ folder, key: new Uint8Array(32).fill(7), mode: 'create' });
  if (!opened.ok) throw new Error(opened.error.code);
  const { database } = connectionOf(opened.value);
  database.pragma('foreign_keys = OFF');
  const started = performance.now();
  for (const { insert, rows } of all) {
    const statement = database.prepare(insert);
    for (let start = 0; start < rows.length; start += perTransaction) {
      database.exec('BEGIN');
      for (const row of rows.slice(start, start + perTransaction)) statement.run(...row);
      database.exec('COMMIT');
    }
  }
  const seconds = (performance.now() - started) / 1000;
  opened.value.close();
  return seconds;
}

const secondsSince = (started: number): number => (performance.now() - started) / 1000;

/** `bench import`: a workbook of 50 000 lines through everything an import does, beside bare inserts of the same rows. */
export async function benchImport(cache: string): Promise<readonly Check[]> {
  const office = await emptyOffice(join(cache, 'import-ours'));
  const manifest = await upload(office.ask, manyLines(lines));
  const started = performance.now();
  const { columns } = await office.ask('import.read', { manifest });
  const read = secondsSince(started);
  const setting = { manifest, side: 'arb' as const, columns: columns.map(({ field }) => field) };
  let longest = 0;
  let last = performance.now();
  const pulse = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 5);
    last = performance.now();
  }, 5);
  const running = performance.now();
  const { here } = await office.ask('import.run', { ...setting, name: 'stock.xlsx' });
  const run = secondsSince(running);
  clearInterval(pulse);
  if (here !== lines) throw new Error(`${here} of ${lines} files came in`);
  const all = everythingIn(office.store);
  office.close();
  const rows = all.reduce((sum, one) => sum + one.rows.length, 0);
  const bare = bareInserts(all, join(cache, 'import-bare'));
  const ours = read + run;
  const rate = (seconds: number): string => `${Math.round(lines / seconds)} lines/s`;
  console.log(`import of ${lines} lines: read in ${read.toFixed(1)} s, taken in in ${run.toFixed(1)} s, ${rate(ours)}`);
  console.log(`  bare inserts of the same ${rows} rows: ${bare.toFixed(1)} s, ${rate(bare)}`);
  console.log(`  longest other calls waited: ${longest.toFixed(0)} ms`);
  return [atLeast('import: rate / bare inserts of the same rows', bare / ours, 0.5)];
}
