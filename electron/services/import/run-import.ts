import { setImmediate as turn } from 'node:timers/promises';
import type { WriteDb } from '#electron/store/db.ts';
import { countImported, findImport, type ImportRow, linesIn } from '#electron/store/tables/imports.ts';
import type { Work } from '#electron/store/work.ts';
import type { Random } from '#shared/base/ports.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import type { PlannedFile } from '#shared/domain/import/planned-file.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { newId } from '../dossier/read-input.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput, cleanTexts } from '../typed-text.ts';
import { importBegun, importEnded } from './facts.ts';
import { importTemplates } from './imported-number.ts';
import { type PlannedTable, planTable, type Setting } from './plan-table.ts';
import { rememberColumns } from './remembered-columns.ts';
import { fileFault, writeFile } from './write-file.ts';

type Taken = CallOutput<'import.run'>;

/** Files fetched from the thread at once. */
const perFetch = 500;
/**
 * Milliseconds one transaction should take: other calls wait no longer than that. What ends a transaction costs as much
 * as some dozens of files, so that smaller ones would take several times as long together.
 */
const aim = 200;

/** How many files the next transaction takes, from how long the last one took. */
function nextSize(size: number, milliseconds: number): number {
  const fit = Math.round((size * aim) / Math.max(1, milliseconds));
  return Math.min(perFetch, Math.max(25, Math.min(size * 2, fit)));
}

const poolBytes = 16_384;

/** Randomness drawn in large pieces: every file takes a dozen small ones. No byte is used twice. */
function pooled(random: Random): Random {
  let pool = new Uint8Array();
  return {
    bytes: (count) => {
      if (pool.length < count) pool = Uint8Array.from(random.bytes(Math.max(count, poolBytes)));
      const taken = pool.slice(0, count);
      pool = pool.subarray(count);
      return taken;
    },
  };
}

type Running = {
  readonly context: OfficeContext;
  readonly batch: string;
  readonly table: PlannedTable;
  readonly work: Work;
};

/**
 * Writes some files in one transaction; those whose number is taken meanwhile are left out. Safe from a power cut with the
 * act that ends the import, or with any other act before: nobody is told that it is in until then.
 */
function writeSome({ context, batch }: Running, files: readonly PlannedFile[]): Result<undefined, Failure> {
  const work = (tx: WriteDb): Result<undefined, Failure> => {
    const templates = importTemplates(tx);
    for (const file of files) {
      if (fileFault(tx, templates, file) === undefined) writeFile(tx, context, templates, batch, file);
    }
    return ok(undefined);
  };
  return inOneTransaction(context, work, 'with-the-next');
}

/** Takes in every file that is not here yet; answers whether it came to the end. */
async function takeAll(running: Running): Promise<Result<boolean, Failure>> {
  const { context, batch, table, work } = running;
  const here = linesIn(context.open.store.db, batch);
  const total = table.plan.files;
  let [size, done, next] = [25, 0, table.files(0, perFetch)];
  for (let from = 0; from < total; from += perFetch) {
    const fetched = await next;
    if (!fetched.ok) return fetched;
    // The thread works on while these are written.
    next = table.files(from + perFetch, perFetch);
    let rest = fetched.value.filter(({ line }) => !here.has(line));
    done += fetched.value.length - rest.length;
    while (rest.length > 0) {
      if (work.cancelled()) return ok(false);
      const started = performance.now();
      const some = rest.slice(0, size);
      rest = rest.slice(size);
      const written = writeSome(running, some);
      if (!written.ok) return written;
      done += some.length;
      work.step(done, total);
      size = nextSize(some.length, performance.now() - started);
      await turn();
    }
  }
  return ok(true);
}

async function take(context: OfficeContext, batch: string, table: PlannedTable): Promise<Result<Taken, Failure>> {
  const ended = await context.session.works.run('import', (work) =>
    takeAll({ context: { ...context, random: pooled(context.random) }, batch, table, work }),
  );
  if (!ended.ok) return ended;
  const { db } = context.open.store;
  const here = countImported(db, batch);
  // This act also makes what came before it safe from a power cut.
  const closed = inOneTransaction(context, (tx) => {
    append(tx, context, [importEnded(batch, context.moment.today, here, ended.value)]);
    return ok(undefined);
  });
  if (!closed.ok) return closed;
  const planned = findImport(db, batch)?.planned ?? here;
  return ok({ import: batch, here, planned, left: planned - here, revision: nextRevision(context) });
}

/** One table at a time for each open data: two at once would give the same numbers. */
const running = new WeakSet<object>();

async function alone<T>({ open }: OfficeContext, work: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  if (running.has(open.store)) return err(refused('import.running'));
  running.add(open.store);
  try {
    return await work();
  } finally {
    running.delete(open.store);
  }
}

/** Takes a table in: what stands in the way of a file was told before, and that file is left out. */
export const runImport: Handler<'import.run'> = (context, input) => {
  const clean = cleanTexts({ name: input.name }, { name: { max: 255 } });
  if (!clean.ok) return clean;
  const { name } = clean.value.texts;
  if (name === '') return err(badInput({ code: 'file.name-empty', field: 'name' }));
  return alone(context, async () => {
    const table = await planTable(context, input);
    if (!table.ok) return table;
    const { plan, view } = table.value;
    if (plan.files === 0) return err(refused('import.nothing-good'));
    const id = newId(context);
    const { manifest, side, columns } = input;
    const begun = inOneTransaction(context, (tx) => {
      rememberColumns(
        tx,
        view.columns.map(({ title }) => title),
        columns,
      );
      const how = { charset: input.charset ?? '', sheet: input.sheet ?? '', head: view.head };
      append(tx, context, [
        importBegun({ id, name, on: context.moment.today, manifest, side, columns, ...how, planned: plan.files }),
      ]);
      return ok(undefined);
    });
    return begun.ok ? take(context, id, table.value) : begun;
  });
};

function settingOf(row: ImportRow): Setting {
  const { manifest, head, side, sheet } = row;
  // Written by the projector of import.begun and by nothing else.
  const columns = JSON.parse(row.columns) as string[];
  const charset = (['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const).find((name) => name === row.charset) ?? null;
  return { manifest, head, side, columns, charset, sheet: sheet === '' ? null : sheet };
}

/** Goes on with a table whose import did not come to its end, as it was read then. */
export const resumeImport: Handler<'import.resume'> = (context, input) =>
  alone(context, async () => {
    const row = findImport(context.open.store.db, input.import);
    if (row === undefined) return err(notFound('import'));
    if (row.state !== 'open') return err(refused('import.not-open'));
    const table = await planTable(context, settingOf(row));
    return table.ok ? take(context, row.id, table.value) : table;
  });
