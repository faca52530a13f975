import type { Dialog, MenuItemConstructorOptions, MessageBoxReturnValue, SafeStorage } from 'electron';
import { FakeChild } from './child.ts';
import { machine, mustBeReady } from './machine.ts';

/** Every process that was started. */
export const children: FakeChild[] = [];

export const utilityProcess = {
  fork: (entry: string): FakeChild => {
    mustBeReady('utilityProcess.fork');
    const child = new FakeChild(entry);
    children.push(child);
    machine.fork(child);
    return child;
  },
};

/** What was shown in boxes. */
export const boxes: string[] = [];

export const dialog = {
  showErrorBox: (title: string, content: string): void => void boxes.push(`${title}\n${content}`),
  showMessageBox: (options: {
    message: string;
    detail?: string;
    buttons?: string[];
  }): Promise<MessageBoxReturnValue> => {
    boxes.push([options.message, options.detail, ...(options.buttons ?? [])].join('\n'));
    return Promise.resolve({ response: machine.answerBox, checkboxChecked: false });
  },
} satisfies Pick<Dialog, 'showErrorBox'> & { showMessageBox: unknown };

/** The menu of the application. */
export const menus: (readonly MenuItemConstructorOptions[])[] = [];

export const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] => template,
  setApplicationMenu: (menu: readonly MenuItemConstructorOptions[]): void => void menus.push(menu),
};

export const nativeTheme = { shouldUseDarkColors: false };

/** A keychain that reverses bytes, so that wrapped and plain are never the same. */
export const safeStorage = {
  isAsyncEncryptionAvailable: () => Promise.resolve(machine.encryption),
  encryptStringAsync: (text: string) => Promise.resolve(Buffer.from(text).reverse()),
  decryptStringAsync: (bytes: Buffer) =>
    Promise.resolve({ shouldReEncrypt: false, result: Buffer.from(bytes).reverse().toString() }),
  getSelectedStorageBackend: () => machine.keyring,
} satisfies Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;
