import { layers, migrations } from './build/layers.ts';

/** @param {string} path */
const escaped = (path) => path.replaceAll(/[.]/g, '\\.');
/** @param {string} path a folder or a file of ours */
const own = (path) => (path.endsWith('.ts') ? `^${escaped(path)}$` : `^${path}/`);
/** @param {string} name an npm package, wherever npm put it */
const packaged = (name) => `(^|/)node_modules/(@types/)?${escaped(name)}/`;
const ours = '^(shared|electron|renderer|tests|build)/';

/** Folders inside a layer that are a layer of their own, so that the narrower row alone decides. */
const inner = (folder) => layers.map((l) => l.folder).filter((f) => f !== folder && f.startsWith(`${folder}/`));

/** @param {import('./build/layers.ts').Layer} layer */
function rulesOf(layer) {
  const from = { path: own(layer.folder), pathNot: inner(layer.folder).map(own) };
  const values = [own(layer.folder), ...layer.may.map(own)];
  const types = [...values, ...(layer.mayTypes ?? []).map(own)];
  const packages = Object.keys(layer.outside).map(packaged);
  const typePackages = [...packages, ...Object.keys(layer.outsideTypes ?? {}).map(packaged)];
  const typeOnly = { dependencyTypes: ['type-only'] };
  const value = { dependencyTypesNot: ['type-only'] };
  const rules = [
    { name: `${layer.folder}: own folders`, from, to: { path: ours, pathNot: values, ...value } },
    { name: `${layer.folder}: types of own folders`, from, to: { path: ours, pathNot: types, ...typeOnly } },
    { name: `${layer.folder}: libraries`, from, to: { path: '(^|/)node_modules/', pathNot: packages, ...value } },
    {
      name: `${layer.folder}: types of libraries`,
      from,
      to: { path: '(^|/)node_modules/', pathNot: typePackages, ...typeOnly },
    },
  ];
  if (layer.node === undefined) rules.push({ name: `${layer.folder}: Node`, from, to: { dependencyTypes: ['core'] } });
  return rules;
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...layers.flatMap(rulesOf),
    {
      name: 'features never import each other',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'a feature is entered by its door',
      from: { path: '^renderer/', pathNot: '^renderer/features/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/[^/]+/index\\.tsx?$' },
    },
    {
      name: 'migrations know only their type',
      from: { path: own(migrations.folder) },
      to: { pathNot: [own(migrations.folder), own(migrations.type)] },
    },
    {
      name: 'migrations import no value but each other',
      from: { path: own(migrations.folder) },
      to: { pathNot: own(migrations.folder), dependencyTypesNot: ['type-only'] },
    },
    { name: 'nothing imports tests', from: { pathNot: '^tests/' }, to: { path: '^tests/' } },
    {
      name: 'the product does not import build',
      from: { path: '^(shared|electron|renderer)/' },
      to: { path: '^build/' },
    },
    // Types may refer to each other in a circle; values may not, because then load order decides what is undefined.
    { name: 'no circles', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'every import is found', from: {}, to: { couldNotResolve: true } },
    {
      name: 'every library is in package.json',
      from: { path: ours },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ].map((rule) => ({ severity: 'error', ...rule })),
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
