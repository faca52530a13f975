import type { SafeStorage } from 'electron';
import type { FakeChild } from './child.ts';

/**
 * Electron as far as the shell uses it, typed against electron.d.ts so that it cannot drift, and stricter than the real
 * one: whatever Electron would silently accept too early or twice throws here. `journal` keeps the order of what happened.
 */
export const journal: string[] = [];

/** Adds to the journal. */
export const note = (what: string): void => void journal.push(what);
let isReady = false;
/** Whether Electron is ready. */
export const ready = (): boolean => isReady;
let announceReady = (): void => undefined;
/** Settles when Electron is ready. */
export const readiness = new Promise<void>((resolve) => {
  announceReady = resolve;
});

/** What a test decides about the machine. */
export const machine: {
  lock: boolean;
  languages: string[];
  answerBox: number;
  keyring: ReturnType<SafeStorage['getSelectedStorageBackend']>;
  encryption: boolean;
  fork: (child: FakeChild) => void;
} = {
  lock: true,
  languages: ['zh-CN'],
  answerBox: 0,
  keyring: 'gnome_libsecret',
  encryption: true,
  fork: () => undefined,
};

/** Lets Electron become ready. */
export function becomeReady(): void {
  isReady = true;
  note('ready');
  announceReady();
}

/** Throws unless Electron is ready. */
export function mustBeReady(what: string): void {
  if (!isReady) throw new Error(`${what} before the app is ready`);
  note(what);
}

/** An event whose default can be prevented. */
export function cancellable<T extends object>(
  details: T,
): T & { defaultPrevented: boolean; preventDefault: () => void } {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault: (): void => {
      event.defaultPrevented = true;
    },
  };
  return event;
}
