/**
 * What the tests get when the product imports 'electron': every name the shell uses, each checked against electron.d.ts
 * where it is defined, and the controls by which a test plays the machine.
 */
export { app } from './fake/app.ts';
export { channels, contextBridge, exposed, ipcMain, ipcRenderer } from './fake/channels.ts';
export { FakeChild } from './fake/child.ts';
export { becomeReady, cancellable, journal, machine } from './fake/machine.ts';
export { FakeSession, protocol, schemes, session } from './fake/session.ts';
export { boxes, children, dialog, Menu, menus, nativeTheme, safeStorage, utilityProcess } from './fake/system.ts';
export { BrowserWindow, FakeContents } from './fake/window.ts';
