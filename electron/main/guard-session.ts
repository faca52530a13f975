import type { Session } from 'electron';
import { ownPath } from './address.ts';
import { mayHave } from './permissions.ts';

/** The part of an Electron session that is closed down. */
export type SessionParts = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setSpellCheckerEnabled'
  | 'setProxy'
  | 'webRequest'
  | 'on'
>;

/** Schemes the interface's own pages load from: itself, and blobs of attachments it made. */
const loadable = /^(?:blob:app:\/\/xieban\/|data:image\/|devtools:)/;

/**
 * Closes a browser session down: permissions by the table only, no devices, no screen sharing, no dictionary download,
 * no proxy script, no address but our own, no download but of an attachment the page itself holds.
 */
export function guardSession(session: SessionParts): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(details.isMainFrame && mayHave(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => mayHave(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setSpellCheckerEnabled(false);
  void session.setProxy({ mode: 'direct' });
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: ownPath(details.url) === undefined && !loadable.test(details.url) });
  });
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:app://xieban/')) event.preventDefault();
  });
}
