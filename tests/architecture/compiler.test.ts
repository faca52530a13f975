import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { layers } from '../../build/layers.ts';
import { makeScratchTree, projectFolders, root } from './scratch-tree.ts';

/** Each case is a file the compiler must refuse, with the number of the error. */
const cases: readonly { readonly file: string; readonly code: string; readonly text: string }[] = [
  { file: 'shared/base/a.ts', code: 'TS6307', text: "export type { D } from '#shared/domain/d.ts';\n" },
  { file: 'shared/domain/a.ts', code: 'TS6307', text: "export type { S } from '#electron/store/s.ts';\n" },
  { file: 'renderer/features/x/a.ts', code: 'TS6307', text: "export type { S } from '#electron/store/s.ts';\n" },
  { file: 'shared/base/process.ts', code: 'TS2591', text: 'export const a = process.pid;\n' },
  { file: 'shared/base/timer.ts', code: 'TS2304', text: 'export const a = setTimeout(() => 1, 1);\n' },
  { file: 'shared/base/window.ts', code: 'TS2304', text: 'export const a = window;\n' },
  { file: 'renderer/ui/process.ts', code: 'TS2591', text: 'export const a = process.pid;\n' },
  { file: 'electron/store/window.ts', code: 'TS2304', text: 'export const a = window;\n' },
  { file: 'shared/base/index-access.ts', code: 'TS2322', text: "export const a: string = ['x'].slice()[0];\n" },
  { file: 'shared/base/optional.ts', code: 'TS2375', text: 'export const a: { b?: string } = { b: undefined };\n' },
  { file: 'shared/base/enum.ts', code: 'TS1294', text: 'export enum A { B }\n' },
  { file: 'shared/base/import-type.ts', code: 'TS1484', text: "import { D } from './type.ts';\nexport type A = D;\n" },
  { file: 'shared/base/extension.ts', code: 'TS2835', text: "export type { D } from './type';\n" },
  { file: 'shared/base/any.ts', code: 'TS7006', text: 'export const a = (b) => b;\n' },
];

const bystanders = {
  'shared/base/type.ts': 'export type D = 1;\n',
  'shared/domain/d.ts': 'export type D = 1;\n',
  'electron/store/s.ts': 'export type S = 1;\n',
};

test('each violating file is refused by the compiler with the error meant', () => {
  const tree = makeScratchTree({
    ...bystanders,
    ...Object.fromEntries(cases.map(({ file, text }) => [file, text])),
    'tsconfig.json': readFileSync(join(root, 'tsconfig.json'), 'utf8'),
  });
  const { code, output } = tree.run('tsc', '--build', '--pretty', 'false');
  const errors = output.split('\n');
  const missed = cases.filter(
    (wanted) => !errors.some((line) => line.startsWith(`${wanted.file}(`) && line.includes(wanted.code)),
  );
  expect(missed, output).toEqual([]);
  expect(code).not.toBe(0);
});

type Config = { readonly references: readonly { readonly path: string }[] };
const configOf = (folder: string): Config => JSON.parse(readFileSync(join(root, folder, 'tsconfig.json'), 'utf8'));
const referencesOf = (folder: string): readonly string[] =>
  configOf(folder).references.map(({ path }) => posix.join(folder, path));

test.each(layers)('the project of $folder sees what the import table gives it, and nothing more', (layer) => {
  const projectOf = (place: string): string | undefined =>
    projectFolders.find((folder) => place === folder || place.startsWith(`${folder}/`));
  const reachable = [...layer.may, ...(layer.mayTypes ?? [])].flatMap((place) => {
    const project = projectOf(place);
    return project === undefined ? projectFolders.filter((folder) => folder.startsWith(`${place}/`)) : [project];
  });
  const wanted = new Set(reachable.filter((folder) => folder !== layer.folder));
  expect([...referencesOf(layer.folder)].sort()).toEqual([...wanted].sort());
});

test('the solution builds every project, and no project sees tests', () => {
  expect(
    configOf('.')
      .references.map(({ path }) => path)
      .sort(),
  ).toEqual([...projectFolders].sort());
  expect(projectFolders.filter((folder) => referencesOf(folder).includes('tests'))).toEqual([]);
});
