import { z } from 'zod';
import { command, query } from './call.ts';
import { line, officeIdField, revisionOnly } from './fields.ts';

/** What opens the data when the passphrase cannot: the recovery key, or two of the shares it was split in. */
export const recoveryFields = {
  /** The recovery key, or one of its shares where `otherShare` is another one. */
  recoveryKey: line(200),
  otherShare: line(200).optional(),
};

/** 8 to 200 characters, as typed. */
const passphrase = z.string().min(8).max(200);

/** What can be done now. `state`: 'empty' no office yet; 'locked' a passphrase is needed; 'open'. */
export const sessionStatus = z.strictObject({
  state: z.enum(['empty', 'locked', 'open', 'refused']),
  /** Why the data cannot be opened when state is 'refused' (failure code). */
  refusal: z.string().optional(),
  /** With refusal 'session.crypto-unfit': the part of the machine's cryptography that gave a wrong answer or none. */
  unfitPart: z.string().optional(),
  /** True when the data is known to be damaged and may be put aside by 'session.setAside'. */
  mayBeSetAside: z.boolean(),
  /** State 'empty': the folder where damaged data of this machine was put aside; a copy can be restored. */
  setAside: z.string().optional(),
  sample: z.boolean(),
  /** In the sample: which of the two desks this is. */
  desk: z.enum(['own', 'partner']),
  /** Seconds until the next passphrase try is taken; 0 when at once. */
  waitSeconds: z.int(),
  failedTries: z.int(),
  /** True until the person has confirmed that the recovery key is written down. */
  recoveryKeyUnconfirmed: z.boolean(),
  /** The day the recovery key in force was split in shares, 'YYYY-MM-DD'; absent when it was not. */
  recoverySharesMadeOn: z.string().optional(),
  /** True after a restore: requests can be read only. */
  requestsReadOnly: z.boolean(),
  /** 'passphrase' or the operating system's 'keychain'. */
  custody: z.enum(['passphrase', 'keychain']),
  /** Today in Asia/Shanghai, 'YYYY-MM-DD'. */
  today: z.string(),
  /** True when the machine's clock is earlier than facts already written; `newest` is their date. */
  clockBehind: z.boolean(),
  newest: z.string().optional(),
  version: z.string(),
});

/** Which kind of office is set up. */
export const officeSide = z.enum(['arbitration', 'inspection', 'both']);

export const sessionCalls = {
  'session.status': query({ gate: 'any', input: z.strictObject({}), output: sessionStatus, topics: ['session'] }),
  /** Sets up an office on this machine. The recovery key is in the answer once and never again. */
  'session.create': command({
    gate: 'any',
    input: z.strictObject({
      office: officeIdField,
      name: line(120).min(1),
      region: z.string().regex(/^\d{6}$/),
      side: officeSide,
      person: line(60).min(1),
      passphrase: passphrase.optional(),
      /** What the office signs and seals with, for good: s1 = Ed25519 and AES, s2 = SM2, SM3 and SM4. s1 when left out. */
      suite: z.enum(['s1', 's2']).optional(),
      /** The language the office is shown in from now on: the one it was set up in. */
      language: z.enum(['zh-CN', 'en']).optional(),
    }),
    output: z.strictObject({ recoveryKey: z.string(), revision: z.int() }),
    topics: ['session', 'office', 'people'],
  }),
  'session.confirmRecoveryKey': command({
    input: z.strictObject({ recoveryKey: line(200) }),
    output: revisionOnly,
    topics: ['session'],
  }),
  'session.unlock': command({
    gate: 'any',
    input: z.strictObject({ passphrase: z.string().max(200) }),
    output: revisionOnly,
    topics: ['session'],
  }),
  /** Opens the data with the recovery key, or two of its shares, and sets a new passphrase. */
  'session.recover': command({
    gate: 'any',
    input: z.strictObject({ ...recoveryFields, passphrase }),
    output: revisionOnly,
    topics: ['session'],
  }),
  /**
   * Gives the open data another passphrase. Proved by the passphrase in force (`current`; wrong ones are counted and slow
   * down as at the door) or by the recovery key, which stays as it is.
   */
  'session.changePassphrase': command({
    input: z.strictObject({
      current: z.string().max(200).optional(),
      recoveryKey: line(200).optional(),
      passphrase,
    }),
    output: revisionOnly,
    topics: ['session', 'audit'],
  }),
  /**
   * Makes a new recovery key, answered once. Proved by the passphrase, where there is one. Copies made before still open
   * with the one before. `shares`: where the one before was split, the new one's shares, which make the old ones useless.
   */
  'session.renewRecoveryKey': command({
    input: z.strictObject({ current: z.string().max(200).optional() }),
    output: z.strictObject({ recoveryKey: z.string(), shares: z.array(z.string()), revision: z.int() }),
    topics: ['session', 'audit'],
  }),
  /**
   * Splits the recovery key in three shares, any two of which open what it opens; answered once. Proved by the key itself.
   * A key that was split is not split again: 'session.shares-made'.
   */
  'session.splitRecoveryKey': command({
    input: z.strictObject({ recoveryKey: line(200) }),
    output: z.strictObject({ shares: z.array(z.string()), revision: z.int() }),
    topics: ['session', 'audit'],
  }),
  /** Puts damaged data of this machine aside, so that a copy can be restored; nothing is deleted. `path`: where it is. */
  'session.setAside': command({
    gate: 'any',
    input: z.strictObject({}),
    output: z.strictObject({ path: z.string(), revision: z.int() }),
    topics: ['session', 'office'],
  }),
  'session.lock': command({ input: z.strictObject({}), output: revisionOnly, topics: ['session'] }),
  /** Goes from the sample back to this machine's own data. The sample is kept as it was left. */
  'session.leaveSample': command({
    gate: 'any',
    input: z.strictObject({}),
    output: revisionOnly,
    topics: ['session', 'office'],
  }),
  /** Opens the sample: an office with a partner beside it, in folders of their own; made the first time. */
  'session.sample': command({
    gate: 'any',
    input: z.strictObject({}),
    output: revisionOnly,
    topics: ['session', 'office'],
  }),
} as const;
