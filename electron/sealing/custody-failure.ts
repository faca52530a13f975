/**
 * Why the office's keys were not opened or not written.
 * - keyring-missing / -damaged / -newer: no key file; no generation of it is whole; a newer version wrote it.
 * - wrong-passphrase: `failedTries` so far and `waitMs` until the next one is taken.
 * - wait: too many wrong ones; nothing was tried.
 * - no-passphrase / no-keychain: the data is kept the other way. keychain-refused: the system gave nothing back.
 * - recovery-key-length / -typo: not even a recovery key; `group` (from 1) names the mistyped group.
 * - wrong-recovery-key: well formed, but of another office.
 * - device-keys-missing / -damaged: the file with this device's keys is gone or broken.
 */
export type CustodyFailure =
  | { readonly code: 'keyring-missing' | 'keyring-damaged' | 'keyring-newer' | 'keyring-exists' }
  | { readonly code: 'wrong-passphrase'; readonly failedTries: number; readonly waitMs: number }
  | { readonly code: 'wait'; readonly waitMs: number }
  | { readonly code: 'no-passphrase' | 'no-keychain' | 'keychain-refused' }
  | RecoveryKeyFailure
  | { readonly code: 'wrong-recovery-key' }
  | { readonly code: 'device-keys-missing' | 'device-keys-damaged' | 'device-keys-newer' }
  | { readonly code: KeyFileFailureCode };

/** What is wrong with a recovery key as it was typed. */
export type RecoveryKeyFailure =
  | { readonly code: 'recovery-key-length' }
  | { readonly code: 'recovery-key-typo'; readonly group: number };

/** The disk refuses; nothing was changed. */
export type KeyFileFailureCode = 'disk-full' | 'folder-read-only' | 'disk-error';
