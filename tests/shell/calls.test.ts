import { describe, expect, it } from 'vitest';
import { changedChannel, invokeChannel } from '#shared/contract/channel.ts';
import type { Bridge } from '#shared/contract/client.ts';
import { type StartedShell, startShell } from './support/start-shell.ts';

type Window = StartedShell['electron']['BrowserWindow']['all'][number];

const refused = { ok: false, failure: { kind: 'refused', code: 'bridge.foreign-caller' } };

function windowOf(shell: StartedShell, at = 0): Window {
  const window = shell.electron.BrowserWindow.all[at];
  if (window === undefined) throw new Error('no window');
  return window;
}

/** What Electron would say about a call from the main frame of a window. */
const callerOf = (window: Window) => ({ sender: window.webContents, senderFrame: window.webContents.mainFrame });

const ask = (shell: StartedShell, caller: unknown, ...args: unknown[]): Promise<unknown> => {
  shell.electron.ipcRenderer.caller = caller;
  return shell.electron.ipcRenderer.invoke(invokeChannel, ...args);
};

describe('calls from windows', () => {
  it('listens on one channel and announces on one', async () => {
    const shell = await startShell();
    expect([...shell.electron.channels.keys()]).toEqual([invokeChannel]);
    shell.say({ kind: 'changed', desk: 'own', change: { topics: ['dossier'], revision: 3 } });
    shell.say({ kind: 'changed', desk: 'partner', change: { topics: ['request'], revision: 4 } });
    expect(windowOf(shell).webContents.sent).toEqual([
      { channel: changedChannel, message: { topics: ['dossier'], revision: 3 } },
    ]);
  });

  it('hands a call to the desk of the window and its reply back to that call', async () => {
    const shell = await startShell();
    const bytes = Uint8Array.from([1, 2, 3]);
    const first = ask(shell, callerOf(windowOf(shell)), 'file.append', { bytes });
    const second = ask(shell, callerOf(windowOf(shell)), 'session.status', {});
    await shell.settled();
    expect(shell.told.slice(1)).toEqual([
      { kind: 'call', id: 1, desk: 'own', name: 'file.append', input: { bytes } },
      { kind: 'call', id: 2, desk: 'own', name: 'session.status', input: {} },
    ]);
    shell.say({ kind: 'reply', id: 2, reply: { ok: true, value: 'second' } });
    shell.say({ kind: 'reply', id: 1, reply: { ok: true, value: 'first' } });
    shell.say({ kind: 'reply', id: 1, reply: { ok: true, value: 'again' } });
    expect([await first, await second]).toEqual([
      { ok: true, value: 'first' },
      { ok: true, value: 'second' },
    ]);
  });

  it('gives the partner window the partner desk, whatever the page says', async () => {
    const shell = await startShell();
    windowOf(shell).webContents.askForWindow('app://xieban/partner/');
    void ask(shell, callerOf(windowOf(shell, 1)), 'session.status', { desk: 'own' });
    await shell.settled();
    expect(shell.told.at(-1)).toMatchObject({ kind: 'call', desk: 'partner' });
  });

  it('refuses every caller that is not the main frame of our own window on its own page', async () => {
    const shell = await startShell();
    const window = windowOf(shell);
    const { webContents } = window;
    const { mainFrame } = webContents;
    const copy = { ...mainFrame };
    const moved = (change: object) => {
      const contents = { id: webContents.id, mainFrame: { ...copy, ...change } };
      return { sender: contents, senderFrame: contents.mainFrame };
    };
    const callers = [
      { sender: webContents, senderFrame: null },
      { sender: webContents, senderFrame: copy },
      { sender: { id: 999, mainFrame }, senderFrame: mainFrame },
      moved({ url: 'about:blank' }),
      moved({ url: '' }),
      moved({ url: 'app://xieban/partner/' }),
      moved({ url: 'app://xieban/' }),
      moved({ url: 'app://xieban/ownership/' }),
      moved({ url: 'app://xieban.example/own/' }),
      moved({ url: 'https://example.invalid/own/' }),
      moved({ origin: 'null' }),
      moved({ origin: 'app://xieban.example' }),
      moved({ origin: 'https://example.invalid' }),
    ];
    for (const caller of callers) {
      expect(await ask(shell, caller, 'session.status', {}), JSON.stringify(caller.senderFrame)).toEqual(refused);
    }
    window.emit('closed');
    expect(await ask(shell, callerOf(window), 'session.status', {})).toEqual(refused);
    expect(shell.told).toHaveLength(1);
  });

  it('gives a page two functions through the preload script and nothing else', async () => {
    const shell = await startShell();
    await import('#electron/preload/index.ts');
    expect([...shell.electron.exposed.keys()]).toEqual(['xieban']);
    const given = shell.electron.exposed.get('xieban') as Bridge;
    expect(Object.entries(given).map(([name, value]) => [name, typeof value])).toEqual([
      ['invoke', 'function'],
      ['onChanged', 'function'],
    ]);
    shell.electron.ipcRenderer.caller = callerOf(windowOf(shell));
    const reply = given.invoke('session.status', {});
    await shell.settled();
    shell.say({ kind: 'reply', id: 1, reply: { ok: true, value: 7 } });
    expect(await reply).toEqual({ ok: true, value: 7 });

    const heard: unknown[] = [];
    const stop = given.onChanged((...args: unknown[]) => heard.push(args));
    const change = { topics: ['dossier'], revision: 1 };
    shell.electron.ipcRenderer.emit(changedChannel, { sender: 'of Electron' }, change);
    stop();
    shell.electron.ipcRenderer.emit(changedChannel, {}, change);
    expect(heard).toEqual([[change]]);
    expect(shell.electron.ipcRenderer.listenerCount(changedChannel)).toBe(0);
  });

  it('does not let a function or a proxy cross', async () => {
    const shell = await startShell();
    const caller = callerOf(windowOf(shell));
    await expect(ask(shell, caller, 'x', { run: () => undefined })).rejects.toThrow('could not be cloned');
    await expect(ask(shell, caller, 'x', new Proxy({}, {}))).rejects.toThrow('could not be cloned');
  });
});
