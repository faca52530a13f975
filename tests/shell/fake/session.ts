import { EventEmitter } from 'node:events';
import type { CustomScheme, Protocol, Session } from 'electron';
import { mustBeReady, note, ready } from './machine.ts';

type SchemeHandler = Parameters<Protocol['handle']>[1];
type BeforeRequest = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void;

/** A browser session. */
export class FakeSession
  extends EventEmitter
  implements
    Pick<
      Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'setDisplayMediaRequestHandler'
      | 'setSpellCheckerEnabled'
      | 'setProxy'
    >
{
  readonly handlers = new Map<string, SchemeHandler>();
  permissionRequest: Parameters<Session['setPermissionRequestHandler']>[0] = null;
  permissionCheck: Parameters<Session['setPermissionCheckHandler']>[0] = null;
  devicePermission: Parameters<Session['setDevicePermissionHandler']>[0] = null;
  displayMedia: Parameters<Session['setDisplayMediaRequestHandler']>[0] = null;
  spellChecker = true;
  proxy: string | undefined;
  beforeRequest: BeforeRequest | undefined;
  readonly protocol = {
    handle: (scheme: string, handler: SchemeHandler): void => {
      mustBeReady('protocol.handle');
      if (this.handlers.has(scheme)) throw new Error(`second handler for ${scheme}`);
      this.handlers.set(scheme, handler);
    },
  } satisfies Pick<Protocol, 'handle'>;
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest): void => {
      this.beforeRequest = listener;
    },
  };
  setPermissionRequestHandler(handler: Parameters<Session['setPermissionRequestHandler']>[0]): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: Parameters<Session['setPermissionCheckHandler']>[0]): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: Parameters<Session['setDevicePermissionHandler']>[0]): void {
    this.devicePermission = handler;
  }
  setDisplayMediaRequestHandler(handler: Parameters<Session['setDisplayMediaRequestHandler']>[0]): void {
    this.displayMedia = handler;
  }
  setSpellCheckerEnabled(enable: boolean): void {
    this.spellChecker = enable;
  }
  setProxy(config: Parameters<Session['setProxy']>[0]): Promise<void> {
    this.proxy = config.mode;
    return Promise.resolve();
  }
}

const sessions = new Map<string, FakeSession>();

export const session = {
  get defaultSession(): FakeSession {
    return session.fromPartition('');
  },
  fromPartition: (partition: string): FakeSession => {
    mustBeReady('session');
    const there = sessions.get(partition) ?? new FakeSession();
    sessions.set(partition, there);
    return there;
  },
};

export const schemes: CustomScheme[] = [];

export const protocol = {
  registerSchemesAsPrivileged: (list: CustomScheme[]): void => {
    if (ready()) throw new Error('registerSchemesAsPrivileged after ready');
    if (schemes.length > 0) throw new Error('registerSchemesAsPrivileged twice');
    note('registerSchemesAsPrivileged');
    schemes.push(...list);
  },
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged'>;
