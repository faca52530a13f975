import { EventEmitter } from 'node:events';
import type { ContextBridge, IpcMainInvokeEvent, IpcRenderer } from 'electron';

type Invokable = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

/** What answers each channel. */
export const channels = new Map<string, Invokable>();

export const ipcMain = {
  handle: (channel: string, listener: Invokable): void => {
    if (channels.has(channel)) throw new Error(`second handler for ${channel}`);
    channels.set(channel, listener);
  },
};

/** The page's end of the channels: what it sends is cloned as in Electron. */
class FakeIpcRenderer extends EventEmitter implements Pick<IpcRenderer, 'invoke'> {
  caller: unknown;
  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const handler = channels.get(channel);
    if (handler === undefined) throw new Error(`no handler for ${channel}`);
    // The caller is whatever a test set: Electron itself would fill in the sender.
    return structuredClone(await handler(this.caller as IpcMainInvokeEvent, ...structuredClone(args)));
  }
}

export const ipcRenderer = new FakeIpcRenderer();

/** What the preload script gave the page. */
export const exposed = new Map<string, unknown>();

export const contextBridge = {
  exposeInMainWorld: (key: string, api: unknown): void => {
    if (exposed.has(key)) throw new Error(`${key} is exposed already`);
    exposed.set(key, api);
  },
} satisfies Pick<ContextBridge, 'exposeInMainWorld'>;
