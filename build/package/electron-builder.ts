import type { Configuration } from 'electron-builder';
import { fuses } from './fuses.ts';

/**
 * What goes in: the bundles of out/, and of node_modules the SQLite addon alone, because everything else is bundled. Of
 * the addon's builds only those named stay; electron-builder replaces ${arch}. The list belongs to a platform: beside a
 * list for all, one that only excludes would bring everything else back in.
 */
const filesWith = (addonBuilds: string): string[] => [
  'out/main/index.js',
  'out/backend/{electron-entry,table-worker,text-worker}.js',
  'out/backend/cmaps/*.bcmap',
  'out/preload/index.cjs',
  'out/renderer/**',
  'LICENSE',
  '!**/node_modules/!(better-sqlite3)/**',
  '!**/node_modules/better-sqlite3/{deps,src}/**',
  '!**/node_modules/better-sqlite3/{binding.gyp,index.d.ts,README.md}',
  `!**/better-sqlite3/prebuilds/!(${addonBuilds}).node`,
  '!**/*.{map,ts,tsx}',
];

/** The release. The addon is Node-API, so nothing is rebuilt for Electron. */
const releaseConfig: Configuration = {
  appId: 'org.xieban.desktop',
  productName: 'Xieban',
  directories: { output: 'release' },
  asar: true,
  npmRebuild: false,
  electronFuses: fuses,
  electronLanguages: ['zh-CN', 'en-US'],
  publish: null,
  linux: {
    target: ['deb', 'AppImage'],
    category: 'Office',
    files: filesWith('linux-${arch}|linuxmusl-${arch}'),
  },
  win: { target: ['nsis'], files: filesWith('win32-${arch}') },
  mac: { target: ['dmg'], category: 'public.app-category.business', files: filesWith('darwin-${arch}') },
};

export default releaseConfig;
