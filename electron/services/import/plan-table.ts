import { err, ok, type Result } from '#shared/base/result.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import { importField } from '#shared/domain/import/import-field.ts';
import type { PlannedFile } from '#shared/domain/import/planned-file.ts';
import type { OfficeContext } from '../context.ts';
import { importOffice } from './import-office.ts';
import type { TableView } from './reading/table-view.ts';
import type { PlanSummary } from './reading/table-worker.ts';
import { keepTable, mayPlan, openTable, type TableUser } from './table-desk.ts';

/** How a table is taken in. */
export type Setting = Pick<HandlerInput<'import.run'>, 'manifest' | 'charset' | 'sheet' | 'head' | 'side' | 'columns'>;

/** A planned table; its files are fetched from the thread a few at a time. */
export type PlannedTable = {
  readonly view: TableView;
  readonly plan: PlanSummary;
  readonly files: (from: number, count: number) => Promise<Result<readonly PlannedFile[], Failure>>;
};

const gaveUp: Failure = refused('import.gave-up');

function checkColumns(columns: readonly string[]): Result<undefined, Failure> {
  const known = columns.filter((code) => code !== '');
  const wrong = columns.findIndex((code) => code !== '' && importField(code) === undefined);
  if (wrong >= 0) return err({ kind: 'bad-input', code: 'import.field-unknown', field: `columns.${wrong}` });
  const twice = known.find((code, at) => known.indexOf(code) !== at);
  if (twice !== undefined) {
    return err({ kind: 'bad-input', code: 'import.field-twice', field: `columns.${columns.lastIndexOf(twice)}` });
  }
  return known.length > 0 ? ok(undefined) : err(refused('import.no-columns'));
}

/** Plans a table in its thread; nothing here waits on the work itself. A later plan makes the files of this one worthless. */
export async function planTable(
  context: OfficeContext,
  setting: Setting,
  user: TableUser,
): Promise<Result<PlannedTable, Failure>> {
  const fit = checkColumns(setting.columns);
  if (!fit.ok) return fit;
  const { store } = context.open;
  const opened = await openTable(context, setting, user);
  if (!opened.ok) return opened;
  // Somebody may have begun to take it in while it was read.
  const may = mayPlan(store, user);
  if (!may.ok) return may;
  const { thread, view } = opened.value;
  const office = importOffice(store.db, context.moment);
  const answer = await thread.ask({ ask: 'plan', setting: { columns: setting.columns, side: setting.side }, office });
  if (answer === 'gave-up') return err(gaveUp);
  return ok({
    view,
    plan: answer.plan,
    files: async (from, count) => {
      keepTable(store);
      const batch = await thread.ask({ ask: 'files', plan: answer.number, from, count });
      return batch === 'gave-up' || batch.files === null ? err(gaveUp) : ok(batch.files);
    },
  });
}
