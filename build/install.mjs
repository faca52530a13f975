// Plain JavaScript for Node 18: this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { findNode24 } from './node24.mjs';

/**
 * @typedef {object} Locked one package of a lock file; os, cpu and libc say which machines it is for
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {boolean} [link]
 * @property {string | string[]} [os]
 * @property {string | string[]} [cpu]
 * @property {string[]} [libc]
 */

/** @param {string} file @returns {Record<string, Locked>} */
function packagesOf(file) {
  const lock = /** @type {{packages: Record<string, Locked>}} */ (JSON.parse(readFileSync(file, 'utf8')));
  return lock.packages;
}

/**
 * Whether an optional package is the build of a tool for this very machine. Others are rightly absent, and so are the
 * optional ones for no machine in particular.
 *
 * @param {Locked} locked
 */
function isForThisMachine(locked) {
  if (locked.os === undefined || locked.cpu === undefined) return false;
  const libc = locked.libc ?? [];
  const fits = libc.length === 0 || (libc.includes('glibc') && !existsSync('/etc/alpine-release'));
  return fits && [locked.os].flat().includes(process.platform) && [locked.cpu].flat().includes(process.arch);
}

/**
 * Whether node_modules lacks a package of the lock file or holds another version of it. npm leaves a list of what it
 * installed in node_modules/.package-lock.json.
 *
 * @param {string} root
 */
export function isStale(root) {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return true;
  const have = packagesOf(installed);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).some(([path, wanted]) => {
    if (path === '' || wanted.link === true) return false;
    const found = have[path];
    if (found !== undefined) return found.version !== wanted.version;
    return wanted.optional !== true || isForThisMachine(wanted);
  });
}

/**
 * npm leaves out an optional package that does not name the running Node among its engines, without a word. The native
 * builds of our tools want Node 20.19 or 22.12.
 */
function leavesPackagesOut() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12);
}

/**
 * Runs npm, under another Node when one is given. Throws with npm's own words on failure.
 *
 * @param {string} root
 * @param {readonly string[]} options
 * @param {string} [node]
 */
function npm(root, options, node) {
  const line = [...options, '--no-audit', '--no-fund', '--loglevel=error'];
  const script = process.env['npm_execpath'];
  const path = [...(node === undefined ? [] : [dirname(node)]), process.env['PATH']].join(delimiter);
  const run = { cwd: root, encoding: /** @type {const} */ ('utf8'), env: { ...process.env, PATH: path } };
  const result = script?.endsWith('.js')
    ? spawnSync(node ?? process.execPath, [script, ...line], run)
    : spawnSync('npm', line, { ...run, shell: process.platform === 'win32' });
  if (result.status === 0) return;
  throw new Error(
    `npm ${options[0]} failed:\n${result.stderr ?? ''}${result.stdout ?? ''}${result.error?.message ?? ''}`,
  );
}

/**
 * Installs the dependencies of the lock file when they are missing or old. Under a Node npm would leave packages out
 * for, Node 24 comes first and installs the rest.
 *
 * @param {string} root
 */
export function installIfStale(root) {
  if (!isStale(root)) return;
  console.log('Installing dependencies, once ...');
  if (!leavesPackagesOut()) {
    npm(root, ['ci']);
    return;
  }
  npm(root, ['ci', '--omit=dev']);
  npm(root, ['install', '--no-save'], findNode24(root));
}
