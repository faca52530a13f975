import type { UtilityProcess } from 'electron';
import { type BridgeClient, type BridgeShell, createBridgeClient, type StartOrder } from '#electron/backend/bridge.ts';

/** The part of a utility process that is used. */
export type ProcessParts = Pick<UtilityProcess, 'postMessage' | 'on' | 'kill'>;

/** The backend as the shell sees it. */
export type BackendProcess = {
  readonly invoke: BridgeClient['invoke'];
  /** Lets it finish and close its databases; ends it by force after `longestStop` milliseconds. */
  readonly stop: () => Promise<void>;
};

/** How long the backend may take to close, in milliseconds. */
export const longestStop = 15_000;

/** Starts a backend in a fresh process. `crashed` is called once if it ends without having been told to. */
export function startBackend(
  child: ProcessParts,
  order: StartOrder,
  shell: BridgeShell,
  crashed: () => void,
): BackendProcess {
  let expected = false;
  let gone = false;
  let ended = (): void => undefined;
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const client = createBridgeClient((message) => child.postMessage(message), {
    ...shell,
    refused: (code) => {
      expected = true;
      shell.refused(code);
    },
  });
  child.on('message', client.receive);
  child.on('exit', () => {
    gone = true;
    client.gone();
    ended();
    if (!expected) crashed();
  });
  child.postMessage({ kind: 'start', order });
  return {
    invoke: client.invoke,
    stop: async () => {
      if (gone) return;
      expected = true;
      child.postMessage({ kind: 'stop' });
      const force = setTimeout(() => child.kill(), longestStop);
      await end;
      clearTimeout(force);
    },
  };
}
