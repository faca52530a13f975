import { expect, test } from 'vitest';
import { makeScratchTree } from './scratch-tree.ts';

type Case = { readonly rule: string; readonly file: string; readonly text: string };

const long = (lines: number): string =>
  `${Array.from({ length: lines }, (_, at) => `export const a${at} = ${at};`).join('\n')}\n`;
const longFunction = `export function a(b: number): number {\n${'  b.toFixed();\n'.repeat(60)}  return b;\n}\n`;

const lintCases: readonly Case[] = [
  {
    rule: 'no-floating-promises',
    file: 'electron/services/promise.ts',
    text: 'async function a(): Promise<void> {}\nexport function b(): void {\n  a();\n}\n',
  },
  {
    rule: 'no-misused-promises',
    file: 'electron/services/misused.ts',
    text: 'export async function a(): Promise<void> {}\nexport const b = (): void => [1].forEach(a);\n',
  },
  { rule: 'no-explicit-any', file: 'electron/services/any.ts', text: 'export type A = any;\n' },
  {
    rule: 'no-unsafe-return',
    file: 'electron/services/unsafe.ts',
    text: "export const a = (): string => JSON.parse('1');\n",
  },
  {
    rule: 'no-non-null-assertion',
    file: 'electron/services/bang.ts',
    text: 'export const a = (b: string | null): string => b!;\n',
  },
  {
    rule: 'ban-ts-comment',
    file: 'electron/services/comment.ts',
    text: '// @ts-ignore\nexport const a: string = 1;\n',
  },
  { rule: 'no-default-export', file: 'electron/services/default.ts', text: 'export default 1;\n' },
  { rule: 'no-console', file: 'electron/services/console.ts', text: 'export const a = (): void => console.log(1);\n' },
  { rule: 'no-warning-comments', file: 'electron/services/to-do.ts', text: '// TODO: later\nexport const a = 1;\n' },
  {
    rule: 'only-throw-error',
    file: 'electron/services/throw.ts',
    text: "export const a = (): never => {\n  throw 'a';\n};\n",
  },
  {
    rule: 'switch-exhaustiveness-check',
    file: 'electron/services/switch.ts',
    text: "export function a(b: 'x' | 'y'): void {\n  switch (b) {\n    case 'x':\n      b.trim();\n  }\n}\n",
  },
  { rule: 'eqeqeq', file: 'electron/services/equals.ts', text: 'export const a = (b: number): boolean => b == 1;\n' },
  { rule: 'max-lines', file: 'electron/services/long.ts', text: long(301) },
  { rule: 'max-lines-per-function', file: 'electron/services/long-function.ts', text: longFunction },
  {
    rule: 'no-restricted-globals',
    file: 'shared/domain/date.ts',
    text: 'export const a = (): unknown => new Date();\n',
  },
  { rule: 'no-restricted-globals', file: 'shared/domain/now.ts', text: 'export const a = (): number => Date.now();\n' },
  { rule: 'no-restricted-globals', file: 'shared/base/global.ts', text: 'export const a = globalThis;\n' },
  { rule: 'no-restricted-globals', file: 'shared/base/intl.ts', text: 'export const a = new Intl.Collator();\n' },
  {
    rule: 'no-restricted-properties',
    file: 'shared/protocol/random.ts',
    text: 'export const a = (): number => Math.random();\n',
  },
  {
    rule: 'no-restricted-properties',
    file: 'shared/protocol/order.ts',
    text: "export const a = (b: string): number => b.localeCompare('a');\n",
  },
  {
    rule: 'rules-of-hooks',
    file: 'renderer/ui/hook.tsx',
    text: "import { useState } from 'react';\nexport function A(props: { b: boolean }) {\n  if (props.b) useState(1);\n  return null;\n}\n",
  },
  {
    rule: 'no-danger',
    file: 'renderer/ui/danger.tsx',
    text: "export const A = () => <p dangerouslySetInnerHTML={{ __html: 'a' }} />;\n",
  },
  {
    rule: 'no-focused-tests',
    file: 'tests/unit/focused.test.ts',
    text: "import { expect, test } from 'vitest';\ntest.only('a', () => expect(1).toBe(1));\n",
  },
  {
    rule: 'no-disabled-tests',
    file: 'tests/unit/disabled.test.ts',
    text: "import { expect, test } from 'vitest';\ntest.skip('a', () => expect(1).toBe(1));\n",
  },
];

const formatCases: readonly Case[] = [
  { rule: 'format', file: 'shared/base/indent.ts', text: 'export const a = () => {\n    return "1"\n}\n' },
  { rule: 'lint/style/useFilenamingConvention', file: 'shared/base/CamelCase.ts', text: 'export const a = 1;\n' },
  {
    rule: 'lint/correctness/useImportExtensions',
    file: 'shared/base/extension.ts',
    text: "export { a } from './indent';\n",
  },
  {
    rule: 'assist/source/organizeImports',
    file: 'shared/base/order.ts',
    text: "import { b } from './b.ts';\nimport { a } from './a.ts';\n\nexport const c = a + b;\n",
  },
];

const filesOf = (cases: readonly Case[]): Record<string, string> =>
  Object.fromEntries(cases.map(({ file, text }) => [file, text]));

test('each violating file is refused by its lint rule', () => {
  const { code, output } = makeScratchTree(filesOf(lintCases)).run(
    'oxlint',
    '--type-aware',
    '--format',
    'unix',
    'shared',
    'electron',
    'renderer',
    'tests',
  );
  const lines = output.split('\n');
  const missed = lintCases.filter(
    ({ rule, file }) => !lines.some((line) => line.includes(`${file}:`) && line.includes(rule)),
  );
  expect(
    missed.map(({ rule, file }) => `${rule} in ${file}`),
    output,
  ).toEqual([]);
  expect(code).not.toBe(0);
});

test.each(formatCases)('$file is refused by $rule', ({ rule, file, text }) => {
  const tree = makeScratchTree({ [file]: text, 'shared/base/indent.ts': text });
  const { code, output } = tree.run('biome', 'check', '--colors=off', '--error-on-warnings', file);
  expect(output).toContain(`${file}`);
  expect(output).toContain(rule);
  expect(code).not.toBe(0);
});

test('files, exports and dependencies nobody uses are found', () => {
  const tree = makeScratchTree({
    'tests/demo/main.ts': "import { used } from '#shared/base/used.ts';\n\nexport const a = used;\n",
    'shared/base/used.ts': 'export const used = 1;\nexport const nobodysExport = 2;\n',
    'shared/base/nobodys-file.ts': 'export const a = 1;\n',
  });
  const { code, output } = tree.run('knip', '--no-config-hints', '--no-progress');
  expect(output).toContain('nobodysExport');
  expect(output).toContain('shared/base/nobodys-file.ts');
  expect(output).toMatch(/Unused dependencies[\s\S]*zod/);
  expect(code).not.toBe(0);
});

test('a tree without a fault passes all of them', () => {
  const tree = makeScratchTree({ 'shared/base/good.ts': "export const good = (): string => 'good';\n" });
  expect(tree.run('oxlint', '--type-aware', '--deny-warnings', 'shared').code).toBe(0);
  expect(tree.run('biome', 'check', '--error-on-warnings', 'shared').code).toBe(0);
  expect(tree.run('depcruise', '--config', '.dependency-cruiser.mjs', 'shared').code).toBe(0);
  expect(tree.run('tsc', '--build', 'shared/base').output).toBe('');
});
