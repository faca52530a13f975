import { contextBridge, ipcRenderer } from 'electron';
import { changedChannel, invokeChannel } from '#shared/contract/channel.ts';
import type { Bridge } from '#shared/contract/client.ts';
import type { Change } from '#shared/contract/topics.ts';

/** The two functions a page is given. Channels are fixed; nothing of Electron reaches the page. */
const bridge: Bridge = {
  invoke: (name, input): Promise<unknown> => ipcRenderer.invoke(invokeChannel, name, input),
  onChanged: (listener) => {
    const hear = (_event: unknown, change: Change): void => listener(change);
    ipcRenderer.on(changedChannel, hear);
    return () => {
      ipcRenderer.removeListener(changedChannel, hear);
    };
  },
};

contextBridge.exposeInMainWorld('xieban', bridge);
