import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { electronVersion } from '../manifest.ts';
import releaseConfig from './electron-builder.ts';

/** Where the package for the check lies. */
export const packageFolder = join('.cache', 'package');

/** The files electron-builder expects of a real Electron; their content does not matter for what is packaged. */
const stubFiles = [
  'electron',
  'chrome-sandbox',
  'LICENSE',
  'icudtl.dat',
  'resources.pak',
  'locales/en-US.pak',
  'locales/zh-CN.pak',
];

function makeStub(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xieban-electron-'));
  mkdirSync(join(folder, 'locales'));
  for (const file of stubFiles) writeFileSync(join(folder, file), 'stub');
  writeFileSync(join(folder, 'version'), electronVersion());
  return folder;
}

/**
 * Packages the app for Linux as a folder, with the release configuration and a stub in place of Electron, so that the
 * content can be checked on a machine that has no Electron binary. Fuses are left out: a stub has none to set.
 */
export async function packageWithStub(): Promise<void> {
  rmSync(packageFolder, { recursive: true, force: true });
  const stub = makeStub();
  try {
    const { electronFuses: _fuses, ...config } = releaseConfig;
    await build({
      targets: Platform.LINUX.createTarget('dir'),
      publish: 'never',
      config: {
        ...config,
        electronDist: stub,
        electronVersion: electronVersion(),
        directories: { output: packageFolder },
      },
    });
  } finally {
    rmSync(stub, { recursive: true, force: true });
  }
}
