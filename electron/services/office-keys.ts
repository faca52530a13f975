import type { KeyPair } from '#electron/sealing/suite.ts';

/**
 * Keys of the office this device holds: the newest sealing key first; older ones still open what was sealed to them.
 * `sealing` is replaced where the data stays open when a newer key is made.
 */
export type OfficeKeys = {
  sealing: readonly KeyPair[];
  /** Signs cards and device certificates for the office. */
  readonly root: KeyPair;
};
