import type { BrowserWindowConstructorOptions } from 'electron';

/**
 * Name of the browser session of our windows. Without 'persist:' it lives in memory: no page, cache or storage of the
 * interface ever reaches the disk, where it would lie unencrypted beside the encrypted database.
 */
export const partition = 'xieban';

/** What differs from window to window and from machine to machine. */
export type WindowLook = {
  readonly preload: string;
  readonly title: string;
  readonly dark: boolean;
  /** True outside a packaged program only. */
  readonly devTools: boolean;
};

/** Options of every window. The page is sandboxed and sees two functions of the preload script, nothing of Node. */
export function windowOptions({ preload, title, dark, devTools }: WindowLook): BrowserWindowConstructorOptions {
  return {
    title,
    width: 1366,
    height: 768,
    minWidth: 960,
    minHeight: 600,
    show: false,
    backgroundColor: dark ? '#14181f' : '#f5f4f0',
    webPreferences: {
      preload,
      partition,
      devTools,
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
    },
  } satisfies BrowserWindowConstructorOptions;
}
