import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { cancellable, machine, note, readiness, ready } from './machine.ts';

type AppParts = Pick<
  App,
  | 'enableSandbox'
  | 'setPath'
  | 'requestSingleInstanceLock'
  | 'quit'
  | 'exit'
  | 'whenReady'
  | 'getPreferredSystemLanguages'
  | 'isPackaged'
>;

class FakeApp extends EventEmitter implements AppParts {
  readonly paths = new Map<string, string>();
  exitCode: number | undefined;
  readonly isPackaged = true;
  enableSandbox(): void {
    if (ready()) throw new Error('enableSandbox after ready');
    note('enableSandbox');
  }
  setPath(name: string, path: string): void {
    note(`setPath ${name}`);
    this.paths.set(name, path);
  }
  requestSingleInstanceLock(): boolean {
    note('requestSingleInstanceLock');
    return machine.lock;
  }
  quit(): void {
    note('quit');
    const event = cancellable({});
    this.emit('will-quit', event);
    if (!event.defaultPrevented) this.exit(0);
  }
  exit(code = 0): void {
    this.exitCode ??= code;
  }
  whenReady(): Promise<void> {
    note('whenReady');
    return readiness;
  }
  getPreferredSystemLanguages(): string[] {
    return machine.languages;
  }
}

export const app = new FakeApp();
