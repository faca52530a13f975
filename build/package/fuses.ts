import type { Configuration } from 'electron-builder';

/**
 * Switches burnt into Electron's binary of a release. Off: running it as plain Node, taking NODE_OPTIONS, being debugged,
 * giving file:// pages extra rights. On: encrypted cookies, a check of app.asar, loading the app from nowhere else.
 */
export const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
} as const satisfies Configuration['electronFuses'];
