// Plain JavaScript for Node 18: this runs before anything is installed.
import { spawn } from 'node:child_process';
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

/** Milliseconds between two lines that say the installation goes on. */
const sayEvery = 15_000;

/**
 * Says every few seconds how far an installation is, since npm is silent for minutes where nobody looks at a terminal.
 * The answer stops it.
 *
 * @param {string} root
 * @param {string} what
 * @param {(line: string) => void} [say]
 * @param {number} [every] ms
 * @returns {() => void}
 */
export function sayProgress(root, what, say = console.log, every = sayEvery) {
  const wanted = Object.keys(packagesOf(join(root, 'package-lock.json'))).filter((path) => path !== '');
  const began = Date.now();
  const timer = setInterval(() => {
    const here = wanted.filter((path) => existsSync(join(root, path))).length;
    const seconds = Math.round((Date.now() - began) / 1000);
    say(`  ${what}: ${here} of ${wanted.length} packages are in place after ${seconds} s ...`);
  }, every);
  return () => clearInterval(timer);
}

/**
 * Runs a program to its end.
 *
 * @param {string} file
 * @param {readonly string[]} line
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<{code: number | null, said: string}>}
 */
function runToEnd(file, line, options) {
  return new Promise((resolve) => {
    const child = spawn(file, line, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (/** @type {Buffer} */ part) => {
      said = (said + part.toString('utf8')).slice(-200_000);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('error', (error) => resolve({ code: 1, said: said + error.message }));
    child.on('close', (code) => resolve({ code, said }));
  });
}

/**
 * Runs npm, under another Node when one is given. Throws with npm's own words on failure.
 *
 * @param {string} root
 * @param {string} what
 * @param {readonly string[]} options
 * @param {string} [node]
 * @returns {Promise<void>}
 */
async function npm(root, what, options, node) {
  const line = [...options, '--no-audit', '--no-fund', '--loglevel=error'];
  const script = process.env['npm_execpath'];
  const path = [...(node === undefined ? [] : [dirname(node)]), process.env['PATH']].join(delimiter);
  const run = { cwd: root, env: { ...process.env, PATH: path } };
  const quiet = sayProgress(root, what);
  const result = script?.endsWith('.js')
    ? await runToEnd(node ?? process.execPath, [script, ...line], run)
    : await runToEnd('npm', line, { ...run, shell: process.platform === 'win32' });
  quiet();
  if (result.code === 0) return;
  throw new Error(`npm ${options[0]} failed:\n${result.said}`);
}

/**
 * Installs the dependencies of the lock file when they are missing or old. Under a Node npm would leave packages out
 * for, Node 24 comes first and installs the rest. It takes minutes the first time and says every few seconds how far it is.
 *
 * @param {string} root
 * @returns {Promise<void>}
 */
export async function installIfStale(root) {
  if (!isStale(root)) return;
  console.log('Installing dependencies, once; this takes about three minutes ...');
  if (!leavesPackagesOut()) {
    await npm(root, 'Downloading', ['ci']);
    return;
  }
  await npm(root, 'Downloading what is needed to run', ['ci', '--omit=dev']);
  await npm(root, 'Downloading the tools', ['install', '--no-save'], findNode24(root));
}
