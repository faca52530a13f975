import { setImmediate as turn } from 'node:timers/promises';
import type { Store } from '#electron/store/store.ts';
import { nextInSeries } from '#electron/store/tables/number-series.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { type Issue, keptIssues } from '#shared/domain/import/issue.ts';
import { type CountedNumber, numberJumps } from '#shared/domain/import/number-jumps.ts';
import type { PlannedFile } from '#shared/domain/import/planned-file.ts';
import { columnOf } from '#shared/domain/import/read-row.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { workCancelled } from '../work/works.ts';
import { countedNumbers, importTemplates } from './imported-number.ts';
import { knownHere } from './known-here.ts';
import { planTable, type Setting } from './plan-table.ts';
import { shownIssues } from './shown-issues.ts';
import { fileFault } from './write-file.ts';

type Checked = {
  readonly good: number;
  readonly bad: number;
  readonly issues: readonly Issue[];
  readonly more: boolean;
};

/** Issues kept for showing: whoever has more mends the table and reads it again. */
const mostIssues = 20_000;
/** Files held against those here between turns of the loop. */
const perTurn = 50;
/** Files fetched from the thread at once. */
const perFetch = 500;

/** What was checked last, so that paging through it costs nothing. */
const checks = new WeakMap<Store, { readonly key: string; readonly checked: Checked }>();

async function check(context: OfficeContext, setting: Setting): Promise<Result<Checked, Failure>> {
  const planned = await planTable(context, setting, 'reader');
  if (!planned.ok) return planned;
  const { plan, files } = planned.value;
  const { db } = context.open.store;
  const templates = importTemplates(db);
  const issues: Issue[] = [...plan.issues];
  const counted: CountedNumber[] = [];
  const countedIn = (file: PlannedFile): readonly CountedNumber[] =>
    countedNumbers(templates, file).map(({ field, series, year, seq }) => {
      return { line: file.line, column: columnOf(setting.columns, field), series, year, seq };
    });
  let bad = 0;
  const cancelled = await context.session.works.run('import-check', async (work) => {
    for (let from = 0; from < plan.files; from += perFetch) {
      const batch = await files(from, perFetch);
      if (!batch.ok) return batch;
      for (const [at, file] of batch.value.entries()) {
        const fault = fileFault(db, templates, setting.columns, file);
        if (fault !== undefined) {
          issues.push(fault);
          bad += 1;
        } else {
          counted.push(...countedIn(file));
          if (knownHere(db, file))
            issues.push({ line: file.line, column: null, code: 'import.known-here', bad: false });
        }
        if (at % perTurn === perTurn - 1) await turn();
      }
      work.step(Math.min(plan.files, from + perFetch), plan.files);
      if (work.cancelled()) return err(workCancelled);
    }
    return ok(undefined);
  });
  if (!cancelled.ok) return cancelled;
  for (const jump of numberJumps(counted, (series, year) => nextInSeries(db, series, year) - 1)) issues.push(jump);
  const shown = keptIssues(issues, mostIssues);
  return ok({ good: plan.files - bad, bad: plan.bad + bad, issues: shown, more: issues.length > mostIssues });
}

/** What taking a table in would come to. Kept until something is written, so that its pages cost one check. */
export const checkImport: Handler<'import.check'> = async (context, input) => {
  const { offset, limit, badOnly, ...setting } = input;
  const { store } = context.open;
  const written = store.db.get<{ n: number }>('SELECT max(n) AS n FROM arrival')?.n ?? 0;
  const key = JSON.stringify([setting, written, context.moment.today]);
  const known = checks.get(store);
  const checked = known?.key === key ? ok(known.checked) : await check(context, setting);
  if (!checked.ok) return checked;
  checks.set(store, { key, checked: checked.value });
  const { issues, ...counts } = checked.value;
  const shown = badOnly ? issues.filter(({ bad }) => bad) : issues;
  return ok({
    ...{ ...counts, total: shown.length },
    issues: shownIssues(shown.slice(offset, offset + limit)),
  });
};
