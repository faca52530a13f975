import { app, BrowserWindow, nativeTheme } from 'electron';
import { type Desk, desks } from '#shared/contract/desk.ts';
import { appOrigin } from './address.ts';
import type { ShellLanguage } from './app-protocol.ts';
import { windowOptions } from './window-options.ts';
import { shellWords } from './words.ts';

/** The windows of the desks: at most one each. */
export type Windows = {
  /** Opens the desk's window, or brings it to the front. */
  readonly open: (desk: Desk) => void;
  /** Which desk a page belongs to, by the id of its contents. */
  readonly desks: ReadonlyMap<number, Desk>;
  /** Hands a message to the desk's window if it is open. */
  readonly send: (desk: Desk, channel: string, message: unknown) => void;
  /** Loads every page anew, for example after the backend was started again. */
  readonly reload: () => void;
};

/** A page that crashes again within this many milliseconds is left as it is, so that nothing crashes in circles. */
const crashPause = 60_000;

/** Makes the registry; windows can be opened once the app is ready. */
export function createWindows(preload: string, language: ShellLanguage): Windows {
  const words = shellWords(language);
  const open = new Map<Desk, BrowserWindow>();
  const owners = new Map<number, Desk>();
  const create = (desk: Desk): BrowserWindow => {
    const title = desk === 'partner' ? words.partnerTitle : words.title;
    const dark = nativeTheme.shouldUseDarkColors;
    const window = new BrowserWindow(windowOptions({ preload, title, dark, devTools: !app.isPackaged }));
    const { id } = window.webContents;
    open.set(desk, window);
    owners.set(id, desk);
    window.on('closed', () => {
      open.delete(desk);
      owners.delete(id);
    });
    window.once('ready-to-show', () => window.show());
    let lastCrash = -crashPause;
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      const now = performance.now();
      if (now - lastCrash >= crashPause) window.webContents.reload();
      lastCrash = now;
    });
    return window;
  };
  return {
    desks: owners,
    open: (desk) => {
      const there = open.get(desk);
      if (there === undefined) {
        void create(desk).loadURL(`${appOrigin}/${desk}/?lang=${language}`);
        return;
      }
      if (there.isMinimized()) there.restore();
      there.show();
      there.focus();
    },
    send: (desk, channel, message) => open.get(desk)?.webContents.send(channel, message),
    reload: () => {
      for (const desk of desks) open.get(desk)?.webContents.reload();
    },
  };
}
