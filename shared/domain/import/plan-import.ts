import { normaliseNumber } from '../numbering/normalise-number.ts';
import type { TableRow } from './cell.ts';
import { gatherIssues, type Issue, type Issues } from './issue.ts';
import { planFile } from './plan-file.ts';
import type { ImportOffice, ImportSetting, PlannedFile } from './planned-file.ts';
import { type ReadRow, readRow, textIn } from './read-row.ts';

/** A table as it would be taken in. */
export type ImportPlan = {
  readonly files: readonly PlannedFile[];
  /** Files that cannot be taken in as they are. */
  readonly bad: number;
  readonly issues: readonly Issue[];
};

type Group = { readonly rows: ReadRow[]; readonly issues: Issues };

/** Lines of one number are one file, wherever they stand; a line without a number is a file of its own. */
function grouped(rows: readonly TableRow[], setting: ImportSetting, office: ImportOffice): readonly Group[] {
  const groups: Group[] = [];
  const byNumber = new Map<string, Group>();
  for (const row of rows) {
    const issues = gatherIssues();
    const read = readRow(row, setting.columns, office.base, issues);
    if (read.texts.size + read.numbers.size === 0 && !issues.bad()) continue;
    const [caseNo, windowNo] = [textIn(read, 'caseNo'), textIn(read, 'windowNo')].map(normaliseNumber);
    const key = caseNo ? `c${caseNo}` : windowNo ? `w${windowNo}` : '';
    const known = key === '' ? undefined : byNumber.get(key);
    const group = known ?? { rows: [], issues };
    if (known === undefined) groups.push(group);
    else for (const issue of issues.all()) known.issues.add(issue);
    if (key !== '') byNumber.set(key, group);
    group.rows.push(read);
  }
  return groups;
}

/** Plans a whole table. Pure: the same table, columns and office always come to the same plan. */
export function planImport(rows: readonly TableRow[], setting: ImportSetting, office: ImportOffice): ImportPlan {
  const files: PlannedFile[] = [];
  const issues: Issue[] = [];
  let bad = 0;
  for (const group of grouped(rows, setting, office)) {
    const plan = planFile(setting, office, group.rows, group.issues);
    for (const issue of plan.issues) issues.push(issue);
    if (plan.file === undefined) bad += 1;
    else files.push(plan.file);
  }
  return { files, bad, issues };
}
