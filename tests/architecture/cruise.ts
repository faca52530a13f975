import { makeScratchTree } from './scratch-tree.ts';

/** One import the rules refuse. */
export type Finding = { readonly rule: string; readonly from: string; readonly to: string };

type Report = {
  readonly summary: { readonly violations: readonly { rule: { name: string }; from: string; to: string }[] };
};

/** What the dependency rules say of a tree of these files (path -> text). */
export function cruise(files: Readonly<Record<string, string>>): readonly Finding[] {
  const options = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
  const { output } = makeScratchTree(files).run(
    'depcruise',
    ...options,
    'shared',
    'electron',
    'renderer',
    'tests',
    'build',
  );
  const report: Report = JSON.parse(output.slice(0, output.lastIndexOf('}') + 1));
  return report.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}
