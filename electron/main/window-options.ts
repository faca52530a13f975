import type { BrowserWindowConstructorOptions } from 'electron';

/**
 * Name of the browser session of our windows. Without 'persist:' it lives in memory: no page, cache or storage of the
 * interface ever reaches the disk, where it would lie unencrypted beside the encrypted database.
 */
export const partition = 'xieban';

/** Options of every window. The page is sandboxed and sees two functions of the preload script, nothing of Node. */
export function windowOptions(preload: string, title: string, dark: boolean): BrowserWindowConstructorOptions {
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
