import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program tests need that npm does not bring: the names it has, and the variable that names its path. */
type Program = { readonly names: readonly string[]; readonly variable: string };

const programs = {
  chromium: { names: ['chromium', 'chromium-browser', 'google-chrome', 'chrome'], variable: 'XIEBAN_CHROMIUM' },
  'nats-server': { names: ['nats-server'], variable: 'XIEBAN_NATS_SERVER' },
  openssl: { names: ['openssl'], variable: 'XIEBAN_OPENSSL' },
  electron: { names: [], variable: 'ELECTRON_BIN' },
} satisfies Record<string, Program>;

/** The programs a test can ask for by name. */
export type ProgramName = keyof typeof programs;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The path of a program on this machine, or undefined where it is not installed. The environment variables
 * XIEBAN_CHROMIUM, XIEBAN_NATS_SERVER, XIEBAN_OPENSSL and ELECTRON_BIN name it where it is not on the path, or hide it when they name
 * nothing that is there.
 */
export function findProgram(name: ProgramName): string | undefined {
  const { names, variable }: Program = programs[name];
  const named = process.env[variable];
  if (named !== undefined) return isProgram(named) ? named : undefined;
  // Debian keeps servers in /usr/sbin, which is not on an ordinary user's path.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/sbin', '/usr/local/bin'];
  return folders.flatMap((folder) => names.map((file) => join(folder, file))).find(isProgram);
}
