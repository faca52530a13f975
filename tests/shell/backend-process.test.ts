import { describe, expect, it, vi } from 'vitest';
import { invokeChannel } from '#shared/contract/channel.ts';
import { type StartedShell, startShell } from './support/start-shell.ts';

const stopped = { ok: false, failure: { kind: 'internal', code: 'backend.stopped' } };

const ask = (shell: StartedShell): Promise<unknown> => {
  const contents = shell.electron.BrowserWindow.all[0]?.webContents;
  shell.electron.ipcRenderer.caller = { sender: contents, senderFrame: contents?.mainFrame };
  return shell.electron.ipcRenderer.invoke(invokeChannel, 'session.status', {});
};

describe('the backend process of the shell', () => {
  it('is the built entry beside the shell', async () => {
    const { electron } = await startShell();
    expect(electron.children.map((child) => child.entry)).toEqual(['/app/out/backend/electron-entry.js']);
  });

  it('answers what was asked when it crashes, says what happened, and starts again when told to', async () => {
    const shell = await startShell();
    const asked = ask(shell);
    await shell.settled();
    shell.electron.children[0]?.emit('exit', 134);
    expect(await asked).toEqual(stopped);
    expect(shell.electron.boxes[0]).toContain('后台程序意外停止');
    expect(shell.electron.boxes[0]).toContain('重新启动');
    await shell.settled();
    expect(shell.electron.children).toHaveLength(2);
    expect(shell.told.map((message) => message.kind)).toEqual(['start', 'call', 'start']);
    expect(shell.electron.BrowserWindow.all[0]?.webContents.reloads).toBe(1);
    const again = ask(shell);
    await shell.settled();
    shell.say({ kind: 'reply', id: 1, reply: { ok: true, value: 'alive' } });
    expect(await again).toEqual({ ok: true, value: 'alive' });
    expect(shell.electron.app.exitCode).toBeUndefined();
  });

  it('leaves with an error when a person does not want it started again', async () => {
    const shell = await startShell((electron) => {
      electron.machine.answerBox = 1;
      electron.machine.languages = ['en-GB'];
    });
    shell.electron.children[0]?.emit('exit', 1);
    await shell.settled();
    expect(shell.electron.boxes[0]).toContain('stopped unexpectedly');
    expect(shell.electron.app.exitCode).toBe(1);
    expect(shell.electron.children).toHaveLength(1);
    expect(await ask(shell)).toEqual(stopped);
  });

  it('closes the data before the program ends', async () => {
    const shell = await startShell();
    shell.electron.app.emit('window-all-closed');
    await shell.settled();
    expect(shell.told.at(-1)).toEqual({ kind: 'stop' });
    expect(shell.electron.app.exitCode).toBeUndefined();
    shell.electron.app.quit();
    shell.electron.children[0]?.emit('exit', 0);
    await shell.settled();
    expect(shell.electron.app.exitCode).toBe(0);
    expect(shell.told.filter((message) => message.kind === 'stop')).toHaveLength(1);
    expect(shell.electron.boxes).toEqual([]);
  });

  it('ends a backend that does not close by force', async () => {
    const shell = await startShell();
    vi.useFakeTimers();
    try {
      shell.electron.app.quit();
      await vi.advanceTimersByTimeAsync(15_000);
    } finally {
      vi.useRealTimers();
    }
    expect(shell.electron.children[0]?.killed).toBe(true);
    expect(shell.electron.app.exitCode).toBe(0);
  });

  it('says that another program works on the data and leaves with code 3', async () => {
    const shell = await startShell();
    shell.say({ kind: 'refused', code: 'in-use' });
    shell.electron.children[0]?.emit('exit', 0);
    await shell.settled();
    expect(shell.electron.boxes).toHaveLength(1);
    expect(shell.electron.boxes[0]).toContain('已在另一个协办程序中打开');
    expect(shell.electron.app.exitCode).toBe(3);
  });

  it('names the failure when the data cannot be opened for another reason', async () => {
    const shell = await startShell();
    shell.say({ kind: 'refused', code: 'newer' });
    expect(shell.electron.boxes[0]).toBe('数据无法打开\nnewer');
    expect(shell.electron.app.exitCode).toBe(1);
  });

  it('lets the keychain wrap a key and passes it once, when asked', async () => {
    const shell = await startShell();
    const key = Uint8Array.from({ length: 32 }, (_, at) => at);
    shell.say({ kind: 'secret', id: 1, act: 'wrap', bytes: key });
    await shell.settled();
    const wrapped = shell.told.at(-1);
    if (wrapped?.kind !== 'secret' || wrapped.bytes === null) throw new Error('not wrapped');
    expect(Buffer.from(wrapped.bytes).includes(Buffer.from(key))).toBe(false);
    shell.say({ kind: 'secret', id: 2, act: 'unwrap', bytes: wrapped.bytes });
    await shell.settled();
    expect(shell.told.at(-1)).toEqual({ kind: 'secret', id: 2, bytes: key });
    expect(shell.told.filter((message) => message.kind === 'secret')).toHaveLength(2);
  });

  it.each([
    ['basic_text', true],
    ['unknown', true],
    ['gnome_libsecret', false],
  ] as const)('does not trust the keyring %s with encryption %s', async (keyring, encryption) => {
    const shell = await startShell((electron) => {
      electron.machine.keyring = keyring;
      electron.machine.encryption = encryption;
    });
    expect(shell.told[0]).toMatchObject({ order: { keychain: false } });
    shell.say({ kind: 'secret', id: 1, act: 'wrap', bytes: new Uint8Array(32) });
    await shell.settled();
    expect(shell.told.at(-1)).toEqual({ kind: 'secret', id: 1, bytes: null });
  });
});
