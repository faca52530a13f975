import { describe, expect, it } from 'vitest';
import type { FakeSession } from './fake-electron.ts';
import { type StartedShell, startShell } from './support/start-shell.ts';

/** Addresses that look like ours and are not. */
const foreign = [
  'https://example.invalid/',
  'https://app/',
  'app://xieban.example/own/',
  'app://own/',
  'app://xieban@evil.example/own/',
  'app://evil@xieban/own/',
  'app://xieban:80/own/',
  'https://example.invalid/?next=app://xieban/own/',
  'file:///etc/passwd',
  ['javascript', 'alert(1)'].join(':'),
  'data:text/html,app://xieban/own/',
  'blob:https://example.invalid/1',
  'about:blank',
  'not an address',
  '',
];

async function opened(): Promise<StartedShell & { window: StartedShell['electron']['BrowserWindow']['all'][number] }> {
  const shell = await startShell();
  const window = shell.electron.BrowserWindow.all[0];
  if (window === undefined) throw new Error('no window');
  return { ...shell, window };
}

describe('windows of the shell', () => {
  it('isolates, sandboxes and keeps Node out of every page', async () => {
    const { window } = await opened();
    expect(window.options.webPreferences).toEqual({
      preload: '/app/out/preload/index.cjs',
      partition: 'xieban',
      devTools: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      safeDialogs: true,
    });
    // A partition that begins with persist: would leave pages on the disk, unencrypted.
    expect(window.options.webPreferences?.partition).not.toMatch(/^persist:/);
  });

  it.each(foreign)('opens no window and goes nowhere for %s', async (address) => {
    const { window, electron } = await opened();
    expect(window.webContents.askForWindow(address)).toEqual({ action: 'deny' });
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
      const event = electron.cancellable({ url: address });
      window.webContents.emit(name, event);
      expect(event.defaultPrevented, name).toBe(true);
    }
    expect(electron.BrowserWindow.all).toHaveLength(1);
  });

  it.each([
    'app://xieban/partner/?x',
    'app://xieban/partner/#/x',
    'app://xieban/partner/index.html',
    'app://xieban/other/',
  ])('knows only the first page of a desk: %s', async (address) => {
    const { window, electron } = await opened();
    window.webContents.askForWindow(address);
    const opensDesk = /partner\/[?#]/.test(address);
    expect(electron.BrowserWindow.all).toHaveLength(opensDesk ? 2 : 1);
  });

  it('opens the other desk itself, once, with its own options, and leads back', async () => {
    const { window, electron } = await opened();
    const event = electron.cancellable({ url: 'app://xieban/partner/' });
    window.webContents.emit('will-navigate', event);
    expect(event.defaultPrevented).toBe(true);
    expect(window.webContents.askForWindow('app://xieban/partner/')).toEqual({ action: 'deny' });
    const [, partner] = electron.BrowserWindow.all;
    expect(electron.BrowserWindow.all).toHaveLength(2);
    expect(partner?.webContents.mainFrame.url).toBe('app://xieban/partner/?lang=zh-CN');
    expect(partner?.options.webPreferences).toEqual(window.options.webPreferences);
    partner?.webContents.askForWindow('app://xieban/own/');
    expect(window.calls).toEqual(['show', 'focus']);
    partner?.emit('closed');
    window.webContents.askForWindow('app://xieban/partner/');
    expect(electron.BrowserWindow.all).toHaveLength(3);
  });

  it('loads a crashed page again, but not in circles', async () => {
    const { window } = await opened();
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(window.webContents.reloads).toBe(0);
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(window.webContents.reloads).toBe(1);
  });
});

describe('the browser sessions of the shell', () => {
  const both = (shell: StartedShell): readonly FakeSession[] => [
    shell.electron.session.defaultSession,
    shell.electron.session.fromPartition('xieban'),
  ];

  it('grants copying to our own page and denies every other permission, asked for or looked up', async () => {
    const shell = await opened();
    const ours = 'app://xieban/own/';
    const permissions = [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fullscreen',
      'usb',
    ];
    for (const session of both(shell)) {
      const ask = (permission: string, requestingUrl: string, isMainFrame = true): boolean => {
        let granted: boolean | undefined;
        Reflect.apply(session.permissionRequest ?? (() => undefined), undefined, [
          null,
          permission,
          (answer: boolean) => {
            granted = answer;
          },
          { requestingUrl, isMainFrame },
        ]);
        if (granted === undefined) throw new Error('never answered');
        return granted;
      };
      const check = (permission: string, origin: string): boolean =>
        Boolean(Reflect.apply(session.permissionCheck ?? (() => true), undefined, [null, permission, origin, {}]));
      for (const permission of permissions) {
        expect(ask(permission, ours), permission).toBe(false);
        expect(check(permission, 'app://xieban'), permission).toBe(false);
      }
      expect(ask('clipboard-sanitized-write', ours)).toBe(true);
      expect(check('clipboard-sanitized-write', 'app://xieban/')).toBe(true);
      expect(ask('clipboard-sanitized-write', ours, false)).toBe(false);
      for (const address of foreign) {
        expect(ask('clipboard-sanitized-write', address), address).toBe(false);
        expect(check('clipboard-sanitized-write', address), address).toBe(false);
      }
      for (const name of ['__proto__', 'constructor', 'toString']) expect(check(name, 'app://xieban')).toBe(false);
    }
  });

  it('offers no devices, no screen, no dictionary and no proxy script', async () => {
    for (const session of both(await opened())) {
      expect(Reflect.apply(session.devicePermission ?? (() => true), undefined, [{}])).toBe(false);
      let streams: unknown = 'not answered';
      Reflect.apply(session.displayMedia ?? (() => undefined), undefined, [
        {},
        (answer: unknown) => (streams = answer),
      ]);
      expect(streams).toBeNull();
      expect(session.spellChecker).toBe(false);
      expect(session.proxy).toBe('direct');
    }
  });

  it('cancels every request but those for our own files and attachments', async () => {
    for (const session of both(await opened())) {
      const cancelled = (url: string): boolean | undefined => {
        let result: boolean | undefined;
        session.beforeRequest?.({ url }, (answer) => {
          result = answer.cancel;
        });
        return result;
      };
      for (const address of foreign) expect(cancelled(address), address).toBe(true);
      expect(cancelled('app://xieban/own/')).toBe(false);
      expect(cancelled('blob:app://xieban/1234')).toBe(false);
    }
  });

  it('saves attachments of the page and nothing else', async () => {
    const { electron } = await opened();
    const session = electron.session.fromPartition('xieban');
    const prevented = (url: string): boolean => {
      const event = electron.cancellable({});
      session.emit('will-download', event, { getURL: () => url });
      return event.defaultPrevented;
    };
    expect(prevented('blob:app://xieban/1')).toBe(false);
    for (const address of [...foreign, 'app://xieban/own/index.html']) expect(prevented(address), address).toBe(true);
  });
});
