/**
 * Why the office's keys were not opened or not written.
 * - keyring-missing / -damaged / -newer: no key file; no generation of it is whole; a newer version wrote it.
 * - wrong-passphrase: `failedTries` so far and `waitMs` until the next one is taken.
 * - wait: too many wrong ones; nothing was tried.
 * - no-passphrase / no-keychain: the data is kept the other way. keychain-refused: the system gave nothing back.
 * - recovery-key-length / -typo: not even a recovery key; `group` (from 1) names the mistyped group.
 * - wrong-recovery-key: well formed, but of another office.
 * - recovery-share-*, recovery-shares-*: two shares do not give the recovery key; see `RecoveryShareFailure`.
 * - device-keys-missing / -damaged: the file with this device's keys is gone or broken.
 */
export type CustodyFailure =
  | { readonly code: 'keyring-missing' | 'keyring-damaged' | 'keyring-newer' | 'keyring-exists' }
  | { readonly code: 'wrong-passphrase'; readonly failedTries: number; readonly waitMs: number }
  | { readonly code: 'wait'; readonly waitMs: number }
  | { readonly code: 'no-passphrase' | 'no-keychain' | 'keychain-refused' }
  | RecoveryKeyFailure
  | RecoveryShareFailure
  | { readonly code: 'wrong-recovery-key' }
  | { readonly code: 'device-keys-missing' | 'device-keys-damaged' | 'device-keys-newer' }
  | { readonly code: KeyFileFailureCode };

/** What is wrong with a recovery key as it was typed. */
export type RecoveryKeyFailure =
  | { readonly code: 'recovery-key-length' }
  | { readonly code: 'recovery-key-typo'; readonly group: number };

/**
 * Why two shares give no recovery key; `share` is the first or the second of those that were typed.
 * - recovery-share-length, -number, -typo: not even a share; `group` (from 1) names the mistyped group.
 * - recovery-share-foreign: of another office's recovery key, or of one before the present one.
 * - recovery-shares-apart: of one key, which was split twice. recovery-share-twice: one share typed two times.
 * - recovery-shares-wrong: mistyped so that no check character told.
 */
export type RecoveryShareFailure =
  | {
      readonly code: 'recovery-share-length' | 'recovery-share-number' | 'recovery-share-foreign';
      readonly share: 1 | 2;
    }
  | { readonly code: 'recovery-share-typo'; readonly share: 1 | 2; readonly group: number }
  | { readonly code: 'recovery-shares-apart' | 'recovery-share-twice' | 'recovery-shares-wrong' };

/** The disk refuses; nothing was changed. */
export type KeyFileFailureCode = 'disk-full' | 'folder-read-only' | 'disk-error';
