import { parentPort } from 'node:worker_threads';
import { ok, type Result } from '#shared/base/result.ts';
import { type ImportPlan, planImport } from '#shared/domain/import/plan-import.ts';
import type { ImportOffice, ImportSetting, PlannedFile } from '#shared/domain/import/planned-file.ts';
import { readCsvTable } from './read-csv.ts';
import type { Table, TableChoice, TableRefusal } from './read-table.ts';
import { readXlsx } from './read-workbook.ts';
import { splitTable, type TableView, viewOf } from './table-view.ts';

/** What the thread is asked, one after the other: bytes first. */
export type TableAsk =
  | { readonly ask: 'open'; readonly bytes: Uint8Array; readonly choice: TableChoice; readonly head: number | null }
  | { readonly ask: 'plan'; readonly setting: ImportSetting; readonly office: Omit<ImportOffice, 'base'> }
  | { readonly ask: 'files'; readonly plan: number; readonly from: number; readonly count: number };

/** What was planned, without the files themselves. */
export type PlanSummary = Omit<ImportPlan, 'files'> & { readonly files: number };

/** What the thread answers. */
export type TableAnswer =
  | { readonly answer: 'ready' }
  | { readonly answer: 'open'; readonly table: Result<TableView, TableRefusal> }
  | { readonly answer: 'plan'; readonly number: number; readonly plan: PlanSummary }
  /** null when the table was planned anew since. */
  | { readonly answer: 'files'; readonly files: readonly PlannedFile[] | null };

let table: Table | undefined;
let head: number | null = null;
let plan: ImportPlan | undefined;
let plans = 0;

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function open(bytes: Uint8Array, choice: TableChoice, line: number | null): Result<TableView, TableRefusal> {
  const read = isZip(bytes) ? readXlsx(bytes, choice) : readCsvTable(bytes, choice);
  if (!read.ok) return read;
  const view = viewOf(read.value, line);
  if (view === undefined) return { ok: false, error: { code: 'import.empty' } };
  table = read.value;
  head = view.head;
  return ok(view);
}

function answer(asked: TableAsk): TableAnswer {
  switch (asked.ask) {
    case 'open':
      return { answer: 'open', table: open(asked.bytes, asked.choice, asked.head) };
    case 'plan': {
      const rows = table === undefined ? [] : (splitTable(table, head)?.rows ?? []);
      plan = planImport(rows, asked.setting, { ...asked.office, base: table?.base ?? 1900 });
      plans += 1;
      return { answer: 'plan', number: plans, plan: { ...plan, files: plan.files.length } };
    }
    default:
      if (plan === undefined || asked.plan !== plans) return { answer: 'files', files: null };
      return { answer: 'files', files: plan.files.slice(asked.from, asked.from + asked.count) };
  }
}

parentPort?.on('message', (asked: TableAsk) => parentPort?.postMessage(answer(asked)));
parentPort?.postMessage({ answer: 'ready' } satisfies TableAnswer);
