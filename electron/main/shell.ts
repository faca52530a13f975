import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, dialog, ipcMain, Menu, protocol, safeStorage, session, utilityProcess } from 'electron';
import type { BridgeShell } from '#electron/backend/bridge.ts';
import { backendEntry, defaultDataFolder } from '#electron/backend/path.ts';
import { changedChannel } from '#shared/contract/channel.ts';
import { scheme } from './address.ts';
import { createAppProtocol } from './app-protocol.ts';
import { type BackendProcess, startBackend } from './backend-process.ts';
import { answerCalls } from './calls.ts';
import { guardContents } from './guard-contents.ts';
import { guardSession } from './guard-session.ts';
import { createKeychain, type Keychain } from './keychain.ts';
import { type LaunchOptions, readLaunch } from './launch-options.ts';
import { menuTemplate } from './menu.ts';
import { partition } from './window-options.ts';
import { createWindows, type Windows } from './windows.ts';
import { type ShellWords, shellWords } from './words.ts';

/** Code the program ends with when another process works on the data folder. */
const inUseExit = 3;

/**
 * Runs the Electron shell. `folder` is the folder of the built shell; preload, interface and backend lie beside it;
 * `args` is the command line after the program's name.
 * Everything that must happen before Electron is ready happens before the first wait.
 */
export async function runShell(folder: string, args: readonly string[]): Promise<void> {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: false } },
  ]);
  app.enableSandbox();
  const surroundings = { platform: process.platform, home: homedir(), env: process.env };
  const system = app.getPreferredSystemLanguages()[0] ?? '';
  const launch = readLaunch(args, defaultDataFolder(surroundings), system);
  const words = shellWords(launch.language);
  try {
    mkdirSync(launch.folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    dialog.showErrorBox(words.cannotStart, error instanceof Error ? error.message : launch.folder);
    return app.exit(1);
  }
  // The lock of the single instance lies in this folder, so two data folders can be open side by side.
  app.setPath('userData', join(launch.folder, 'shell'));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const windows = createWindows(join(folder, '..', 'preload', 'index.cjs'), launch.language);
  app.on('web-contents-created', (_event, contents) => guardContents(contents, windows.open));
  app.on('window-all-closed', () => app.quit());
  await app.whenReady();
  app.on('second-instance', () => windows.open('own'));
  prepareSession(join(folder, '..', 'renderer'), launch);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(words)));
  const keychain = createKeychain(safeStorage, process.platform);
  await keepBackend({ entry: backendEntry(folder), launch, words, windows, keychain });
  windows.open('own');
}

function prepareSession(renderer: string, launch: LaunchOptions): void {
  guardSession(session.defaultSession);
  const own = session.fromPartition(partition);
  guardSession(own);
  own.protocol.handle(scheme, createAppProtocol(renderer, launch.language));
}

type Keeping = {
  readonly entry: string;
  readonly launch: LaunchOptions;
  readonly words: ShellWords;
  readonly windows: Windows;
  readonly keychain: Keychain;
};

/** Keeps one backend running from now to the end of the program; a person decides whether it starts again after a crash. */
async function keepBackend({ entry, launch, words, windows, keychain }: Keeping): Promise<void> {
  const order = { ...launch, keychain: await keychain.available() };
  const bridge: BridgeShell = {
    secret: keychain.secret,
    changed: (desk, change) => windows.send(desk, changedChannel, change),
    started: () => undefined,
    refused: (code) => {
      const text = code === 'in-use' ? [words.inUse, words.inUseDetail] : [words.cannotStart, code];
      dialog.showErrorBox(text[0] ?? '', text[1] ?? '');
      app.exit(code === 'in-use' ? inUseExit : 1);
    },
  };
  const start = (): BackendProcess =>
    startBackend(
      utilityProcess.fork(entry, [], { serviceName: 'Xieban backend' }),
      order,
      bridge,
      () => void crashed(),
    );
  let backend = start();
  const crashed = async (): Promise<void> => {
    const { response } = await dialog.showMessageBox({
      type: 'error',
      message: words.stopped,
      detail: words.stoppedDetail,
      buttons: [words.restart, words.quit],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (response === 1) return app.exit(1);
    backend = start();
    windows.reload();
  };
  answerCalls(ipcMain, windows.desks, (desk, name, input) => backend.invoke(desk, name, input));
  let leaving = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (leaving) return;
    leaving = true;
    void backend.stop().then(() => app.exit(0));
  });
}
