import { spawn } from 'node:child_process';

/** The program that opens an address on this machine, if there is somebody to look at it. */
function opener(): readonly [string, ...string[]] | undefined {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  return display === undefined ? undefined : ['xdg-open'];
}

/** Opens an address in the user's browser where there is one; without one nothing happens: the address is printed too. */
export function openBrowser(address: string): void {
  const command = opener();
  if (command === undefined) return;
  const [program, ...options] = command;
  const child = spawn(program, [...options, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
