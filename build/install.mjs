// Plain JavaScript for Node 18: this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{version?: string, optional?: boolean, peer?: boolean, link?: boolean}} Locked */

/** @param {string} file @returns {Record<string, Locked>} */
function packagesOf(file) {
  const lock = /** @type {{packages: Record<string, Locked>}} */ (JSON.parse(readFileSync(file, 'utf8')));
  return lock.packages;
}

/**
 * Whether node_modules lacks a package of the lock file or holds another version of it. npm leaves a list of what it
 * installed in node_modules/.package-lock.json; packages of other platforms are optional and may be absent.
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
    return found === undefined ? wanted.optional !== true : found.version !== wanted.version;
  });
}

/**
 * Installs the dependencies of the lock file when they are missing or old. Throws with npm's own words on failure.
 *
 * @param {string} root
 */
export function installIfStale(root) {
  if (!isStale(root)) return;
  console.log('Installing dependencies (npm ci), once ...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    throw new Error(`npm ci failed:\n${result.stderr ?? ''}${result.stdout ?? ''}${result.error?.message ?? ''}`);
  }
}
