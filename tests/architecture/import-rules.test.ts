import { expect, test } from 'vitest';
import { cruise } from './cruise.ts';

const value = 'export const one = 1;\n';

/** Each case is a violating file, what it may look at, and the rule that must refuse it. */
const cases: readonly { readonly rule: string; readonly file: string; readonly text: string }[] = [
  { rule: 'shared/base: Node', file: 'shared/base/a.ts', text: "import 'node:fs';\n" },
  {
    rule: 'shared/domain: Node',
    file: 'shared/domain/a.ts',
    text: "import type { Stats } from 'node:fs';\nexport type A = Stats;\n",
  },
  { rule: 'electron/preload: Node', file: 'electron/preload/a.ts', text: "import 'node:path';\n" },
  { rule: 'renderer/ui: Node', file: 'renderer/ui/a.ts', text: "import 'node:path';\n" },
  {
    rule: 'shared/domain: libraries',
    file: 'shared/domain/b.ts',
    text: "import { z } from 'zod';\nexport const b = z;\n",
  },
  {
    rule: 'shared/domain: types of libraries',
    file: 'shared/domain/c.ts',
    text: "import type { ZodType } from 'zod';\nexport type C = ZodType;\n",
  },
  {
    rule: 'electron/services: libraries',
    file: 'electron/services/a.ts',
    text: "import { app } from 'electron';\nexport const a = app;\n",
  },
  {
    rule: 'electron/services: libraries',
    file: 'electron/services/b.ts',
    text: "import Database from 'better-sqlite3';\nexport const b = Database;\n",
  },
  {
    rule: 'electron/services: types of libraries',
    file: 'electron/services/c.ts',
    text: "import type { App } from 'electron';\nexport type C = App;\n",
  },
  {
    rule: 'electron/backend: libraries',
    file: 'electron/backend/a.ts',
    text: "import { app } from 'electron';\nexport const a = app;\n",
  },
  {
    rule: 'electron/host: libraries',
    file: 'electron/host/a.ts',
    text: "import { app } from 'electron';\nexport const a = app;\n",
  },
  {
    rule: 'renderer/ui: libraries',
    file: 'renderer/ui/b.ts',
    text: "import { Provider } from 'react-redux';\nexport const b = Provider;\n",
  },
  {
    rule: 'renderer/features: libraries',
    file: 'renderer/features/x/b.ts',
    text: "import { createRoot } from 'react-dom/client';\nexport const b = createRoot;\n",
  },
  {
    rule: 'features never import each other',
    file: 'renderer/features/x/index.ts',
    text: "export { one } from '../y/index.ts';\n",
  },
  {
    rule: 'features never import each other',
    file: 'renderer/features/x/c.ts',
    text: "import type { Two } from '#renderer/features/y/index.ts';\nexport type C = Two;\n",
  },
  {
    rule: 'a feature is entered by its door',
    file: 'renderer/app/a.ts',
    text: "export { one } from '#renderer/features/y/inside.ts';\n",
  },
  {
    rule: 'migrations know only their type',
    file: 'electron/store/migrations/0001-a.ts',
    text: "import type { A } from '../other.ts';\nexport type B = A;\n",
  },
  {
    rule: 'migrations import no value but each other',
    file: 'electron/store/migrations/0002-b.ts',
    text: "export { one } from '../migration.ts';\n",
  },
  { rule: 'nothing imports tests', file: 'shared/domain/d.ts', text: "export { one } from '#tests/support/one.ts';\n" },
  { rule: 'nothing imports tests', file: 'build/d.ts', text: "export { one } from '#tests/support/one.ts';\n" },
  {
    rule: 'the product does not import build',
    file: 'electron/main/b.ts',
    text: "export { layers } from '../../build/layers.ts';\n",
  },
  {
    rule: 'no circles',
    file: 'shared/base/e.ts',
    text: "import { f } from './f.ts';\nexport const e = (): number => f();\n",
  },
  { rule: 'every import is found', file: 'shared/base/g.ts', text: "export { no } from './nowhere.ts';\n" },
  {
    rule: 'every library is in package.json',
    file: 'tests/unit/h.ts',
    text: "import acorn from 'acorn';\nexport const h = acorn;\n",
  },
];

const bystanders = {
  'renderer/features/y/index.ts': `${value}export type Two = 2;\n`,
  'renderer/features/y/inside.ts': value,
  'electron/store/migration.ts': value,
  'electron/store/other.ts': 'export type A = 1;\n',
  'shared/base/f.ts': "import { e } from './e.ts';\nexport const f = (): number => e();\n",
  'tests/support/one.ts': value,
};

const good = {
  'electron/backend/b.ts': "import type { ParentPort } from 'electron';\nexport type B = ParentPort;\n",
  'electron/store/migrations/0003-c.ts': "import type { one } from '../migration.ts';\nexport type C = typeof one;\n",
  'renderer/app/b.ts': "export { one } from '#renderer/features/y/index.ts';\n",
  'electron/store/d.ts': "import Database from 'better-sqlite3';\nexport const d = Database;\n",
  'shared/protocol/a.ts': "import type { G } from '#shared/domain/assist/g.ts';\nexport type A = G;\n",
  'shared/domain/assist/g.ts': 'export type G = 1;\n',
};

const files = { ...bystanders, ...good, ...Object.fromEntries(cases.map(({ file, text }) => [file, text])) };

test('each violating file is refused by its rule, and the others pass', () => {
  const findings = cruise(files);
  const missed = cases.filter(
    ({ rule, file }) => !findings.some((found) => found.rule === rule && found.from === file),
  );
  expect(missed).toEqual([]);
  const violating = new Set([...cases.map(({ file }) => file), 'shared/base/f.ts']);
  expect(findings.filter(({ from }) => !violating.has(from))).toEqual([]);
});
