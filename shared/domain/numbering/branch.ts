import type { NumberSeries } from './default-templates.ts';
import { type NumberTemplate, tokensOf } from './template.ts';

/** A branch of an office (派出庭, 派驻中队) that gives numbers of its own. */
export type Branch = {
  /** Given once and never again; names its series. */
  readonly code: string;
  readonly name: string;
  /** What stands for it in numbers, where a pattern has {branch}. */
  readonly word: string;
  /** It gives numbers no more; its files and its books stay. */
  readonly ended: boolean;
};

/** The most branches one office keeps. */
export const mostBranches = 50;

/** Why branches cannot be kept as they are said; `at` counts them from 0. */
export type BranchFault = {
  readonly code:
    | 'branch.no-name'
    | 'branch.no-word'
    | 'branch.same-name'
    | 'branch.same-word'
    | 'branch.bad-word'
    | 'branch.gone';
  readonly at: number;
};

/** Two branches of one word would write one number twice; one that was kept before may end and never leaves. */
export function checkBranches(said: readonly Branch[], before: readonly Branch[]): BranchFault | undefined {
  for (const [at, { name, word }] of said.entries()) {
    if (name === '') return { code: 'branch.no-name', at };
    if (word === '') return { code: 'branch.no-word', at };
    if (/[{}]/.test(word)) return { code: 'branch.bad-word', at };
    const earlier = said.slice(0, at);
    if (earlier.some((other) => other.name === name)) return { code: 'branch.same-name', at };
    if (earlier.some((other) => other.word === word)) return { code: 'branch.same-word', at };
  }
  const known = said.filter(({ code }) => code !== '').map(({ code }) => code);
  const kept = new Set(known);
  const whole = known.length === kept.size && before.every(({ code }) => kept.has(code));
  return whole ? undefined : { code: 'branch.gone', at: said.length };
}

/** The branches with a code for each that has none yet: b1, b2 and so on, none of them twice. */
export function withCodes(said: readonly Branch[]): readonly Branch[] {
  let last = Math.max(0, ...said.map(({ code }) => Number(code.slice(1)) || 0));
  return said.map((branch) => {
    if (branch.code !== '') return branch;
    last += 1;
    return { ...branch, code: `b${last}` };
  });
}

/**
 * The name of the series a number of a branch is counted in: one of its own where the pattern tells branches apart,
 * otherwise that of the office, since two papers would bear one number.
 */
export function branchSeries(
  series: NumberSeries,
  { pattern }: Pick<NumberTemplate, 'pattern'>,
  branch: string,
): string {
  return branch !== '' && tokensOf(pattern).includes('branch') ? `${series}@${branch}` : series;
}

/** The code of the branch a series is counted for; '' for one of the office itself. */
export function branchIn(series: string): string {
  return series.split('@')[1] ?? '';
}

/** The series of an office and of its branches. */
export function seriesOfAll(series: NumberSeries, branches: readonly Pick<Branch, 'code'>[]): readonly string[] {
  return [series, ...branches.map(({ code }) => `${series}@${code}`)];
}
