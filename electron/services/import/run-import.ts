import { setImmediate as turn } from 'node:timers/promises';
import type { WriteDb } from '#electron/store/db.ts';
import { countImported, findImport, type ImportRow, linesIn } from '#electron/store/tables/imports.ts';
import type { Work } from '#electron/store/work.ts';
import type { Random } from '#shared/base/ports.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import type { Columns } from '#shared/domain/import/column-proposal.ts';
import type { Issue } from '#shared/domain/import/issue.ts';
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
import { shownIssues } from './shown-issues.ts';
import { takeAlone } from './table-desk.ts';
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
  readonly columns: Columns;
  /** What could not be written. */
  readonly out: Issue[];
};

/** Lines that are named when their files could not be written. */
const mostOut = 200;

/**
 * Writes some files in one transaction; those whose number is taken meanwhile are left out and noted. Safe from a power
 * cut with the act that ends the import, or with any other act before: nobody is told that it is in until then.
 */
function writeSome(
  { context, batch, columns, out }: Running,
  files: readonly PlannedFile[],
): Result<undefined, Failure> {
  const work = (tx: WriteDb): Result<readonly Issue[], Failure> => {
    const templates = importTemplates(tx);
    const left: Issue[] = [];
    for (const file of files) {
      const fault = fileFault(tx, templates, columns, file);
      if (fault === undefined) writeFile(tx, context, templates, batch, file);
      else left.push(fault);
    }
    return ok(left);
  };
  const written = inOneTransaction(context, work, 'with-the-next');
  if (!written.ok) return written;
  out.push(...written.value.slice(0, mostOut - out.length));
  return ok(undefined);
}

/** Takes in every file that is not here yet; answers whether it came to the end. */
async function takeAll(running: Running, work: Work): Promise<Result<boolean, Failure>> {
  const { context, batch, table } = running;
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

/** Takes a table in and records how that ended. What is in when something stops it stays in, and is told. */
async function take(running: Omit<Running, 'out'>): Promise<Result<Taken, Failure>> {
  const { context, batch } = running;
  const out: Issue[] = [];
  const pooling = { ...context, random: pooled(context.random) };
  const ended = await context.session.works.run('import', (work) =>
    takeAll({ ...running, context: pooling, out }, work),
  );
  // Data that was locked meanwhile can be written to no more.
  if (!ended.ok && context.session.open() !== context.open) return ended;
  const { db } = context.open.store;
  const here = countImported(db, batch);
  const whole = ended.ok && ended.value;
  // This act also makes what came before it safe from a power cut.
  const closed = inOneTransaction(context, (tx) => {
    append(tx, context, [importEnded(batch, context.moment.today, here, whole)]);
    return ok(undefined);
  });
  if (!closed.ok) return closed;
  const planned = findImport(db, batch)?.planned ?? here;
  const said = { here, planned, left: planned - here, whole, stopped: ended.ok ? null : ended.error.code };
  return ok({ import: batch, ...said, out: shownIssues(out), revision: nextRevision(context) });
}

/** Takes a table in: what stands in the way of a file was told before, and that file is left out. */
export const runImport: Handler<'import.run'> = (context, input) => {
  const clean = cleanTexts({ name: input.name }, { name: { max: 255 } });
  if (!clean.ok) return clean;
  const { name } = clean.value.texts;
  if (name === '') return err(badInput({ code: 'file.name-empty', field: 'name' }));
  return takeAlone(context, async () => {
    const table = await planTable(context, input, 'taker');
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
    return begun.ok ? take({ context, batch: id, table: table.value, columns }) : begun;
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
  takeAlone(context, async () => {
    const row = findImport(context.open.store.db, input.import);
    if (row === undefined) return err(notFound('import'));
    if (row.state !== 'open') return err(refused('import.not-open'));
    const setting = settingOf(row);
    const table = await planTable(context, setting, 'taker');
    return table.ok ? take({ context, batch: row.id, table: table.value, columns: setting.columns }) : table;
  });
