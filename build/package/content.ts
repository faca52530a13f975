import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { manifestField } from '../manifest.ts';

/** One thing a package must be; `found` says what it is. */
export type Check = { readonly name: string; readonly ok: boolean; readonly found: string };

/** Everything a package may hold; a file that matches none of these does not belong into it. */
const belongs: readonly RegExp[] = [
  /^package\.json$/,
  /^LICENSE$/,
  /^out\/main\/index\.js$/,
  /^out\/backend\/(electron-entry|table-worker|text-worker)\.js$/,
  /^out\/backend\/cmaps\/[\w-]+\.bcmap$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/assets\/[A-Za-z0-9_.-]+\.(js|css|svg|png|woff2)$/,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/.+\.js|prebuilds\/linux(musl)?-[a-z0-9]+\.node)$/,
];
const needed = [
  'out/main/index.js',
  'out/backend/electron-entry.js',
  'out/backend/table-worker.js',
  'out/backend/text-worker.js',
  'out/backend/cmaps/GBK-EUC-H.bcmap',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

/** Highest glibc the addon may ask for. Raising it shuts out distributions, so it is a decision and never an accident. */
const glibcLimit = '2.34';

const check = (name: string, ok: boolean, found: string): Check => ({ name, ok, found });

function filesOf(archive: string): readonly string[] {
  const paths = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1));
  // listPackage lists folders too.
  return paths.filter((path) => /\.[a-z]+$/i.test(path) || !paths.some((other) => other.startsWith(`${path}/`)));
}

function checkFiles(files: readonly string[]): readonly Check[] {
  const strangers = files.filter((file) => !belongs.some((pattern) => pattern.test(file)));
  const missing = needed.filter((file) => !files.includes(file));
  const addons = files.filter((file) => file.endsWith('.node'));
  return [
    check('nothing but the product inside', strangers.length === 0, strangers.join(', ') || `${files.length} files`),
    check('every part inside', missing.length === 0, missing.join(', ') || needed.join(', ')),
    check('only builds of this platform', addons.length === 2, addons.join(', ')),
  ];
}

/** A page with an inline script or handler would not run under its own content security policy. */
export function checkPage(html: string): Check {
  const inline = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)].filter(
    ([, attributes, text]) => !/\bsrc=/.test(attributes ?? '') || (text ?? '').trim() !== '',
  );
  const handlers = html.match(/\son[a-z]+\s*=/gi) ?? [];
  const foreign = html.match(/(?:src|href)="(?:https?:)?\/\/[^"]*"/gi) ?? [];
  const faults = [...inline.map(() => 'inline script'), ...handlers, ...foreign];
  return check(
    'no inline script and no foreign address in index.html',
    faults.length === 0,
    faults.join(', ') || 'none',
  );
}

/** The preload is sandboxed: it may require 'electron' and nothing else. */
export function checkPreload(source: string): Check {
  const required = [...source.matchAll(/\brequire\(\s*['"`]([^'"`]+)['"`]\s*\)/g)].map(([, name]) => name ?? '');
  const others = required.filter((name) => name !== 'electron');
  const module = /^\s*(import|export)\s/m.test(source) ? ['import or export'] : [];
  return check(
    "preload requires nothing but 'electron'",
    others.length + module.length === 0,
    [...others, ...module].join(', ') || 'electron',
  );
}

function checkManifest(file: string, files: readonly string[]): Check {
  const main = manifestField(file, 'main');
  const development = /"devDependencies"/.test(readFileSync(file, 'utf8'));
  const name = 'package.json names a main that is inside and no development packages';
  return check(name, files.includes(main) && !development, main);
}

function checkAddon(unpacked: string, extracted: string): readonly Check[] {
  const addon = join(unpacked, 'node_modules/better-sqlite3/prebuilds', `linux-${process.arch}.node`);
  if (!existsSync(addon)) return [check('addon unpacked', false, addon)];
  const script = `const D = require(process.argv[1]); const d = new D(':memory:'); d.pragma("cipher='sqlcipher'"); console.log(d.prepare('select sqlite_version() v').get().v)`;
  const load = spawnSync(process.execPath, ['-e', script, join(extracted, 'node_modules/better-sqlite3')], {
    encoding: 'utf8',
  });
  const versions = [...new Set(readFileSync(addon, 'latin1').match(/GLIBC_2\.\d+/g) ?? [])].map((name) =>
    name.slice(6),
  );
  const highest = versions.sort((a, b) => Number(a.slice(2)) - Number(b.slice(2))).at(-1) ?? 'none';
  return [
    check('addon unpacked', true, addon),
    check(
      'addon loads in Node 24',
      load.status === 0,
      load.status === 0 ? `SQLite ${load.stdout.trim()}` : load.stderr,
    ),
    check(
      `addon asks for glibc ${glibcLimit} at most`,
      Number(highest.slice(2)) <= Number(glibcLimit.slice(2)),
      `glibc ${highest}`,
    ),
  ];
}

/** Checks what lies in a packaged app's resources folder. */
export function checkContent(resources: string): readonly Check[] {
  const archive = join(resources, 'app.asar');
  if (!existsSync(archive)) return [check('app.asar exists', false, archive)];
  const files = filesOf(archive);
  const extracted = mkdtempSync(join(tmpdir(), 'xieban-asar-'));
  try {
    extractAll(archive, extracted);
    const read = (file: string): string =>
      existsSync(join(extracted, file)) ? readFileSync(join(extracted, file), 'utf8') : '';
    return [
      ...checkFiles(files),
      checkManifest(join(extracted, 'package.json'), files),
      checkPage(read('out/renderer/index.html')),
      checkPreload(read('out/preload/index.cjs')),
      ...checkAddon(`${archive}.unpacked`, extracted),
    ];
  } finally {
    rmSync(extracted, { recursive: true, force: true });
  }
}
