import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startShell } from './support/start-shell.ts';

describe('the start of the shell', () => {
  it('does everything in the order Electron asks for', async () => {
    const { electron } = await startShell();
    expect(electron.journal).toEqual([
      'registerSchemesAsPrivileged',
      'enableSandbox',
      'setPath userData',
      'requestSingleInstanceLock',
      'whenReady',
      'ready',
      'session',
      'session',
      'protocol.handle',
      'utilityProcess.fork',
      'new BrowserWindow',
    ]);
  });

  it('registers its scheme as standard and secure, and opens exactly the own desk', async () => {
    const { electron } = await startShell();
    expect(electron.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: false } },
    ]);
    expect(electron.BrowserWindow.all.map((window) => window.webContents.mainFrame.url)).toEqual([
      'app://xieban/own/?lang=zh-CN',
    ]);
  });

  it('shows a window only when its page can be seen', async () => {
    const { electron } = await startShell();
    const [window] = electron.BrowserWindow.all;
    expect(window?.options.show).toBe(false);
    expect(window?.calls).toEqual([]);
    window?.emit('ready-to-show');
    expect(window?.calls).toEqual(['show']);
  });

  it('leaves before the data is touched when another window has the lock', async () => {
    const { electron } = await startShell((fake) => {
      fake.machine.lock = false;
    });
    expect(electron.journal.at(-1)).toBe('ready');
    expect(electron.journal).toContain('quit');
    expect(electron.journal).not.toContain('whenReady');
    expect(electron.children).toEqual([]);
    expect(electron.BrowserWindow.all).toEqual([]);
    expect(electron.app.exitCode).toBe(0);
  });

  it('brings its window to the front when it is started a second time', async () => {
    const { electron } = await startShell();
    const [window] = electron.BrowserWindow.all;
    if (window === undefined) throw new Error('no window');
    window.minimized = true;
    electron.app.emit('second-instance');
    expect(window.calls).toEqual(['restore', 'show', 'focus']);
    expect(electron.BrowserWindow.all).toHaveLength(1);
  });

  it('keeps the lock and the browser profile inside the data folder, which is made for this user only', async () => {
    const folder = join(tmpdir(), `xieban-shell-${process.pid}-${performance.now()}`);
    const { electron } = await startShell(undefined, { args: ['.', '--data', folder] });
    expect(electron.app.paths).toEqual(new Map([['userData', join(folder, 'shell')]]));
    expect(existsSync(folder)).toBe(true);
  });

  it('says so and leaves when the data folder cannot be made', async () => {
    const file = join(tmpdir(), `xieban-file-${process.pid}`);
    writeFileSync(file, '');
    const { electron } = await startShell(undefined, { args: ['.', '--data', join(file, 'data')] });
    expect(electron.boxes[0]).toContain('数据无法打开');
    expect(electron.app.exitCode).toBe(1);
    expect(electron.children).toEqual([]);
  });

  it('hands the options on to the backend', async () => {
    const { told, folder } = await startShell(undefined);
    expect(told).toEqual([{ kind: 'start', order: { folder, sample: false, language: 'zh-CN', keychain: true } }]);
    const sample = await startShell(undefined, { args: ['.', '--sample', '--lang', 'en', '--data', folder] });
    expect(sample.told).toEqual([{ kind: 'start', order: { folder, sample: true, language: 'en', keychain: true } }]);
    expect(sample.electron.BrowserWindow.all[0]?.options.title).toBe('Xieban');
  });

  it('offers no way to reload the page or to open developer tools', async () => {
    const { electron } = await startShell();
    const roles = JSON.stringify(electron.menus);
    expect(electron.menus).toHaveLength(1);
    for (const role of ['reload', 'forceReload', 'toggleDevTools', 'viewMenu', 'windowMenu']) {
      expect(roles).not.toContain(`"${role}"`);
    }
    for (const role of ['copy', 'paste', 'undo', 'zoomIn', 'quit']) expect(roles).toContain(`"${role}"`);
  });
});
