import type { IpcMain } from 'electron';
import { invokeChannel } from '#shared/contract/channel.ts';
import type { Desk } from '#shared/contract/desk.ts';
import type { Reply } from '#shared/contract/failure.ts';
import { deskOfCaller } from './sender.ts';

const foreign: Reply<unknown> = { ok: false, failure: { kind: 'refused', code: 'bridge.foreign-caller' } };

/**
 * Answers calls from our own windows, each with its own desk's backend; every other caller is refused with a reply.
 * What is asked is not looked at here: the backend checks name and input.
 */
export function answerCalls(
  ipc: Pick<IpcMain, 'handle'>,
  windows: ReadonlyMap<number, Desk>,
  invoke: (desk: Desk, name: unknown, input: unknown) => Promise<Reply<unknown>>,
): void {
  ipc.handle(invokeChannel, (event, name: unknown, input: unknown) => {
    const desk = deskOfCaller(event, windows);
    return desk === undefined ? foreign : invoke(desk, name, input);
  });
}
