import type { CustodyFailure } from '#electron/sealing/custody-failure.ts';
import type { OpenFailure } from '#electron/store/open-failure.ts';
import type { Failure } from '#shared/contract/failure.ts';

/** Codes that are about what the person typed or must wait for, not about the disk. */
const askedAgain = new Set([
  'wrong-passphrase',
  'wait',
  'recovery-key-length',
  'recovery-key-typo',
  'wrong-recovery-key',
  'recovery-share-length',
  'recovery-share-number',
  'recovery-share-typo',
  'recovery-share-foreign',
  'recovery-share-twice',
  'recovery-shares-apart',
  'recovery-shares-wrong',
]);

/** The field of the form a share was typed into. */
const shareFields = { 1: 'recoveryKey', 2: 'otherShare' } as const;
const ofTheDisk = new Set(['disk-full', 'folder-read-only', 'disk-error']);

/** The contract's failure for a refusal of the keys; waiting times are given in whole seconds. */
export function custodyFailure(failure: CustodyFailure): Failure {
  const kind = askedAgain.has(failure.code) ? 'refused' : ofTheDisk.has(failure.code) ? 'storage' : 'damaged';
  const code = kind === 'storage' ? `storage.${failure.code}` : `session.${failure.code}`;
  if ('share' in failure) {
    const facts = { share: failure.share, ...('group' in failure ? { group: failure.group } : {}) };
    return { kind, code, field: shareFields[failure.share], facts };
  }
  if ('group' in failure) return { kind, code, facts: { group: failure.group } };
  if (!('waitMs' in failure)) return { kind, code };
  const seconds = Math.ceil(failure.waitMs / 1000);
  const failedTries = 'failedTries' in failure ? failure.failedTries : 0;
  return { kind, code, facts: { seconds, failedTries } };
}

/** The contract's failure for data that was not opened; nothing on disk was changed. */
export function openFailure(failure: OpenFailure): Failure {
  const damaged = ['foreign', 'plaintext', 'wrong-key', 'truncated', 'damaged'].includes(failure.code);
  return { kind: damaged ? 'damaged' : 'storage', code: `storage.${failure.code}` };
}
