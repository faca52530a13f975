import { normaliseNumber } from '../numbering/normalise-number.ts';
import type { TableRow } from './cell.ts';
import { gatherIssues, type Issue, type Issues } from './issue.ts';
import { numbersBorne } from './numbers-borne.ts';
import { planFile } from './plan-file.ts';
import type { ImportOffice, ImportSetting, PlannedFile } from './planned-file.ts';
import { columnOf, type ReadRow, readRow, textIn } from './read-row.ts';

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

/** Files without a number are given the next one of the office: they come last, so that no line behind them bears it. */
function numberedFirst(files: readonly PlannedFile[]): readonly PlannedFile[] {
  const bears = ({ caseNo, windowNo }: PlannedFile): boolean => caseNo !== '' || windowNo !== '';
  return [...files.filter(bears), ...files.filter((file) => !bears(file))];
}

/**
 * Plans a whole table. Pure: the same table, columns and office always come to the same plan. Two files never bear one
 * number, in whatever way it is written: the later one is told.
 */
export function planImport(rows: readonly TableRow[], setting: ImportSetting, office: ImportOffice): ImportPlan {
  const files: PlannedFile[] = [];
  const issues: Issue[] = [];
  const borne = numbersBorne(office.templates);
  let bad = 0;
  for (const group of grouped(rows, setting, office)) {
    const plan = planFile(setting, office, group.rows, group.issues);
    for (const issue of plan.issues) issues.push(issue);
    const twice = plan.file && borne(plan.file);
    if (plan.file !== undefined && twice !== undefined) {
      const said = {
        line: plan.file.line,
        column: columnOf(setting.columns, twice.field),
        facts: { line: twice.line },
      };
      issues.push({ ...said, code: 'import.number-twice', bad: true });
    }
    if (plan.file === undefined || twice !== undefined) bad += 1;
    else files.push(plan.file);
  }
  return { files: numberedFirst(files), bad, issues };
}
