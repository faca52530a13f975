import { EventEmitter } from 'node:events';
import type { UtilityProcess } from 'electron';

/** A backend process; a test decides through `machine.fork` what runs in it. */
export class FakeChild extends EventEmitter implements Pick<UtilityProcess, 'postMessage' | 'kill'> {
  readonly entry: string;
  received: (message: unknown) => void = () => undefined;
  killed = false;
  constructor(entry: string) {
    super();
    this.entry = entry;
  }
  postMessage(message: unknown): void {
    this.received(structuredClone(message));
  }
  /** A message from the process to the shell. */
  say(message: unknown): void {
    this.emit('message', structuredClone(message));
  }
  kill(): boolean {
    this.killed = true;
    this.emit('exit', 1);
    return true;
  }
}
