import { join } from 'node:path';

/** What decides where the data lies when nobody says so. */
export type Surroundings = {
  readonly platform: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

const folderName = 'xieban';

/**
 * The data folder of this user on this machine: %APPDATA% on Windows, Library/Application Support on macOS, elsewhere
 * $XDG_DATA_HOME or ~/.local/share. Relative values of the variables are ignored, as the XDG rules ask.
 */
export function defaultDataFolder({ platform, home, env }: Surroundings): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), folderName);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', folderName);
  const shared = env['XDG_DATA_HOME'];
  return join(shared?.startsWith('/') ? shared : join(home, '.local', 'share'), folderName);
}

/** The built backend of Electron's utilityProcess, beside the built shell in `shellFolder`. */
export function backendEntry(shellFolder: string): string {
  return join(shellFolder, '..', 'backend', 'electron-entry.js');
}
