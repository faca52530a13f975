import { describe, expect, test } from 'vitest';
import { layers } from '../../build/layers.ts';
import { cruise } from './cruise.ts';

type Layer = (typeof layers)[number];

const folders = layers.map((layer) => layer.folder);
const within = (folder: string, places: readonly string[]): boolean =>
  places.some((place) => folder === place || folder.startsWith(`${place}/`));

/** Whether the table lets a layer import the file assist/door.ts of another one. */
function allows(layer: Layer, to: string, kind: 'value' | 'type'): boolean {
  const types = kind === 'type' ? (layer.mayTypes ?? []) : [];
  return within(`${to}/assist/door.ts`, [layer.folder, ...layer.may, ...types]);
}

const importer = (from: string, to: string): string => `${from}/to-${to.replaceAll('/', '-')}.ts`;

/** One file in each layer for each other layer, which imports that layer by value or by type. */
function everyPair(kind: 'value' | 'type'): Readonly<Record<string, string>> {
  const text = (to: string): string =>
    kind === 'value'
      ? `export { door } from '#${to}/assist/door.ts';\n`
      : `import type { Door } from '#${to}/assist/door.ts';\nexport type Other = Door;\n`;
  return Object.fromEntries([
    ...folders.map((folder) => [`${folder}/assist/door.ts`, 'export const door = 1;\nexport type Door = 1;\n']),
    ...folders.flatMap((from) => folders.filter((to) => to !== from).map((to) => [importer(from, to), text(to)])),
  ]);
}

describe.each(['value', 'type'] as const)('imports by %s', (kind) => {
  test('every pair of layers is refused or allowed as the table says', () => {
    const found = cruise(everyPair(kind)).filter((finding) => finding.rule.endsWith(' own folders'));
    const wanted = layers.flatMap((layer) =>
      folders
        .filter((to) => to !== layer.folder && !allows(layer, to, kind))
        .map((to) => `${importer(layer.folder, to)} -> ${to}/assist/door.ts`),
    );
    expect(found.map(({ from, to }) => `${from} -> ${to}`).sort()).toEqual(wanted.sort());
  });
});

test.each([
  ['shared/base', 'shared/domain'],
  ['shared/domain', 'shared/protocol'],
  ['shared/contract', 'shared/protocol'],
  ['shared/protocol', 'electron/sealing'],
  ['electron/store', 'electron/services'],
  ['electron/exchange', 'electron/store'],
  ['electron/services', 'electron/backend'],
  ['electron/host', 'electron/store'],
  ['electron/preload', 'electron/backend'],
  ['renderer/ui', 'shared/contract'],
  ['renderer/ui', 'renderer/features'],
  ['renderer/features', 'electron/services'],
  ['renderer/features', 'renderer/i18n'],
  ['renderer/app', 'electron/store'],
])('the table itself keeps %s from importing %s', (from, to) => {
  const layer = layers.find((row) => row.folder === from);
  expect(layer === undefined || allows(layer, to, 'type')).toBe(false);
});
