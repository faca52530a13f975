import type { KeyPair } from '#electron/sealing/suite.ts';

/** Keys of the office this device holds: the newest sealing key first; older ones still open what was sealed to them. */
export type OfficeKeys = {
  readonly sealing: readonly KeyPair[];
  /** Signs cards and device certificates for the office. */
  readonly root: KeyPair;
};
