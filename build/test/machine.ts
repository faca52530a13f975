import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findProgram } from './programs.ts';

/** Debian packages the tests need, and whether this machine has what each brings. */
const packages = [
  { name: 'chromium', isThere: () => findProgram('chromium') !== undefined },
  { name: 'nats-server', isThere: () => findProgram('nats-server') !== undefined },
  { name: 'openssl', isThere: () => findProgram('openssl') !== undefined },
  { name: 'fonts-noto-cjk', isThere: hasChineseFont },
];

function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true;
  if (existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true;
  const fonts = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return fonts.status === 0 && fonts.stdout.trim() !== '';
}

const mayInstall = (): boolean =>
  existsSync('/etc/debian_version') && process.getuid?.() === 0 && process.env['XIEBAN_NO_APT'] === undefined;

function apt(...options: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-qq', ...options], { stdio: 'ignore', env, timeout: 180_000 }).status === 0;
}

/**
 * Installs what the tests need and this machine lacks, where that is allowed (Debian, as root); otherwise prints the
 * one command that does. Tests that need what is still missing are skipped with that reason, never failed.
 */
export function prepareMachine(): void {
  const missing = packages.filter((item) => !item.isThere()).map((item) => item.name);
  if (missing.length === 0) return;
  if (mayInstall()) {
    console.log(`Installing for the tests: ${missing.join(', ')} ...`);
    apt('update');
    for (const name of missing) apt('install', '-y', '--no-install-recommends', name);
  }
  const still = packages.filter((item) => !item.isThere()).map((item) => item.name);
  const installer = process.platform === 'darwin' ? 'brew install' : 'sudo apt-get install -y';
  if (still.length > 0) console.log(`Missing for some tests; install with: ${installer} ${still.join(' ')}`);
}

/** One line that says what the run stands on: Electron is not run here, its Chromium's number tells how near we are. */
export function describeMachine(): string {
  const chromium = findProgram('chromium');
  const version =
    chromium === undefined ? 'no Chromium' : spawnSync(chromium, ['--version'], { encoding: 'utf8' }).stdout.trim();
  return `Node ${process.versions.node}, ${version}`;
}
