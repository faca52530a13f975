import type { IpcMainInvokeEvent } from 'electron';
import type { Desk } from '#shared/contract/desk.ts';
import { appOrigin, ownPath } from './address.ts';

/** Who called: what `ipcMain.handle` says about a sender. */
export type Caller = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

/**
 * The desk whose window made a call; undefined when the caller is not the main frame of a window we opened, showing a
 * page of our own origin under that desk's path. There is no exception for empty or `about:blank` frames.
 */
export function deskOfCaller(caller: Caller, windows: ReadonlyMap<number, Desk>): Desk | undefined {
  const frame = caller.senderFrame;
  const desk = windows.get(caller.sender.id);
  if (frame === null || desk === undefined || frame !== caller.sender.mainFrame) return undefined;
  if (frame.origin !== appOrigin) return undefined;
  return ownPath(frame.url)?.startsWith(`/${desk}/`) ? desk : undefined;
}
