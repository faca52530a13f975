import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ToBackend } from '#electron/backend/bridge.ts';
import { openForShell } from '#electron/backend/open-desks.ts';
import { serveBridge } from '#electron/backend/serve-bridge.ts';
import { invokeChannel } from '#shared/contract/channel.ts';
import { type Fake, type StartedShell, startShell } from './support/start-shell.ts';

/** Lets the real backend run at the other end of the bridge. */
function withBackend(fake: Fake): void {
  fake.machine.fork = (child) => {
    const receive = serveBridge(
      (message) => child.say(message),
      openForShell,
      () => void child.emit('exit', 0),
    );
    // The shell posts nothing but messages of the bridge; their type is what is compiled.
    child.received = (message) => receive(message as ToBackend);
  };
}

const ask = (shell: StartedShell, name: string, input: object = {}): Promise<unknown> => {
  const contents = shell.electron.BrowserWindow.all[0]?.webContents;
  shell.electron.ipcRenderer.caller = { sender: contents, senderFrame: contents?.mainFrame };
  return shell.electron.ipcRenderer.invoke(invokeChannel, name, input);
};

const office = { office: 'test-office', name: '测试机构', region: '310118', side: 'arbitration', person: '林测试' };

/** Quits and waits until the backend has closed its data. */
async function quit(shell: StartedShell): Promise<void> {
  const child = shell.electron.children[0];
  const gone = new Promise((resolve) => child?.once('exit', resolve));
  shell.electron.app.quit();
  await gone;
  await shell.settled();
  expect(shell.electron.app.exitCode).toBe(0);
}

describe('the shell over the real backend', () => {
  it('keeps the key in the keychain, so that nobody is asked for a passphrase', async () => {
    const first = await startShell(withBackend);
    expect(await ask(first, 'session.create', office)).toMatchObject({ ok: true });
    expect(await ask(first, 'session.status')).toMatchObject({ value: { state: 'open', custody: 'keychain' } });
    await quit(first);

    const again = await startShell(withBackend, { args: ['--data', first.folder] });
    expect(await ask(again, 'session.status')).toMatchObject({ value: { state: 'open', custody: 'keychain' } });
    await quit(again);

    const keyring = readdirSync(first.folder).filter((name) => name.startsWith('keyring'));
    expect(keyring).not.toEqual([]);
    for (const name of keyring) expect(readFileSync(join(first.folder, name), 'utf8')).not.toContain('测试机构');
  });

  it('asks for a passphrase where the keychain would not protect', async () => {
    const shell = await startShell((fake) => {
      withBackend(fake);
      fake.machine.keyring = 'basic_text';
    });
    expect(await ask(shell, 'session.create', office)).toMatchObject({
      ok: false,
      failure: { code: 'session.passphrase-needed' },
    });
    const protectedOffice = { ...office, passphrase: 'long enough to be taken' };
    expect(await ask(shell, 'session.create', protectedOffice)).toMatchObject({ ok: true });
    await quit(shell);
    const again = await startShell(withBackend, { args: ['--data', shell.folder] });
    expect(await ask(again, 'session.status')).toMatchObject({ value: { state: 'locked', custody: 'passphrase' } });
    await quit(again);
  });

  it('opens nothing with a key another keychain wrapped', async () => {
    const first = await startShell(withBackend);
    await ask(first, 'session.create', office);
    await quit(first);
    const elsewhere = await startShell(
      (fake) => {
        withBackend(fake);
        fake.machine.encryption = false;
      },
      { args: ['--data', first.folder] },
    );
    expect(await ask(elsewhere, 'session.status')).toMatchObject({ value: { state: 'locked', custody: 'keychain' } });
    await quit(elsewhere);
  });
});
