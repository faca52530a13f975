import type { Random } from '#shared/base/ports.ts';
import { err, type Result } from '#shared/base/result.ts';
import type { RecoveryKeyFailure } from './custody-failure.ts';
import { hkdf } from './hkdf.ts';
import { keyPairFrom } from './raw-keys.ts';
import { groupLength, readGroups, spellGroups, tidyGroups } from './spelled-groups.ts';
import type { KeyPair } from './suite.ts';

const groups = 8;
const secretBytes = 20;

/** Spells 20 secret bytes as 8 groups of 5 characters, the last of each its check character. */
export function spellRecoveryKey(secret: Uint8Array): string {
  if (secret.length !== secretBytes) throw new Error('a recovery key has 20 bytes');
  return spellGroups(secret, 1);
}

/** Makes a recovery key: 160 random bits. */
export function makeRecoveryKey(random: Random): string {
  return spellRecoveryKey(random.bytes(secretBytes));
}

/** Reads a recovery key as it was typed and names the group that cannot be right. */
export function readRecoveryKey(typed: string): Result<Uint8Array, RecoveryKeyFailure> {
  const characters = tidyGroups(typed);
  if (characters.length !== groups * groupLength) return err({ code: 'recovery-key-length' });
  const read = readGroups(characters, 1);
  return read.ok ? read : err({ code: 'recovery-key-typo', group: read.error });
}

/**
 * The sealing key pair that follows from a recovery key. The public half stays on the device, so that new secrets can
 * be sealed to the recovery key without asking for it.
 */
export function recoveryKeyPair(secret: Uint8Array): KeyPair {
  return keyPairFrom('x25519', hkdf(secret, new Uint8Array(), 'xieban-recovery-key-v1'));
}
