import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronVersion } from '../manifest.ts';

/** Where the Electron binary is, or in one phrase why there is none. */
export type ElectronBinary = { readonly path: string } | { readonly missing: string };

const folder = join('node_modules', 'electron');
const memory = join('.cache', 'electron-download-failed');
/** How long the download may take, in ms. A start must not wait longer for it. */
const patience = 20_000;
/** After a failed download the next starts do not try again for this long, in ms. */
const pause = 24 * 60 * 60_000;

/** The binary Electron's own installer has put down, if it has. */
function installed(): string | undefined {
  const named = process.env['ELECTRON_BIN'];
  if (named !== undefined && existsSync(named)) return named;
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const path = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(path) ? path : undefined;
}

function failedLately(): boolean {
  if (!existsSync(memory)) return false;
  const age = Date.now() - Number(readFileSync(memory, 'utf8'));
  return age >= 0 && age < pause;
}

/** Runs Electron's own installer, which checks the download against the checksums it carries, for at most 20 s. */
async function download(): Promise<boolean> {
  const ended = await new Promise<boolean>((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], {
      stdio: 'ignore',
      timeout: patience,
      killSignal: 'SIGKILL',
    });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
  return ended && installed() !== undefined;
}

/** Finds the Electron binary or downloads it within 20 s. A failure is remembered for a day. */
export async function getElectronBinary(): Promise<ElectronBinary> {
  const known = installed();
  if (known !== undefined) return { path: known };
  if (failedLately()) return { missing: 'its binary could not be downloaded lately' };
  console.log(`Getting Electron ${electronVersion()} (at most 20 s) ...`);
  const done = await download();
  const path = installed();
  if (done && path !== undefined) {
    rmSync(memory, { force: true });
    return { path };
  }
  mkdirSync('.cache', { recursive: true });
  writeFileSync(memory, String(Date.now()));
  return { missing: 'its binary could not be downloaded' };
}

/** Why Electron would not open a window here even with its binary, in one phrase; undefined when it would. */
export function electronObstacle(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  if (process.env['DISPLAY'] === undefined && process.env['WAYLAND_DISPLAY'] === undefined)
    return 'there is no display';
  if (process.getuid?.() === 0) return 'its sandbox does not run as root';
  return undefined;
}
