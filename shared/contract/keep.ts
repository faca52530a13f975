import { z } from 'zod';
import { command, query } from './call.ts';
import { line } from './fields.ts';
import { recoveryFields } from './session.ts';

/** A file of which parts are gone or are not what they were: its names in dossiers, and how many parts. */
const damagedFile = z.strictObject({ manifest: z.string(), names: z.array(z.string()), parts: z.int() });

export const keepCalls = {
  /**
   * Writes a checked, encrypted copy of everything into `folder`; it opens with the recovery key. Refused by what is
   * wrong with the folder: backup.folder-missing, not-a-folder, not-writable, no-space (`needed` and `free` in MB).
   */
  'backup.make': command({
    input: z.strictObject({ folder: line(1000).min(1) }),
    output: z.strictObject({ path: z.string(), bytes: z.number(), revision: z.int() }),
    topics: [],
  }),
  /**
   * Sets up this empty machine from a copy, as a new device; requests can be read only until the office takes them over.
   * `damaged` names the files with a part that is gone from the copy or is not what it was; all else of them is here.
   */
  'backup.restore': command({
    gate: 'any',
    input: z.strictObject({
      folder: line(1000).min(1),
      ...recoveryFields,
      passphrase: z.string().min(8).max(200),
    }),
    output: z.strictObject({ damaged: z.array(damagedFile), revision: z.int() }),
    topics: ['session', 'office'],
  }),
  /** Checks every signature, hash and number of every chain, and the hash of every part of every file. */
  'store.verify': query({
    input: z.strictObject({}),
    output: z.strictObject({
      chains: z.int(),
      entries: z.int(),
      bodiesErased: z.int(),
      problems: z.array(z.strictObject({ chain: z.string(), seq: z.int(), code: z.string() })),
      files: z.array(damagedFile),
    }),
    topics: [],
  }),
  /** Builds every table again from the chains and compares: `same` is false only when a table had drifted. */
  'store.rebuild': command({
    input: z.strictObject({}),
    output: z.strictObject({ entries: z.int(), same: z.boolean(), milliseconds: z.number(), revision: z.int() }),
    topics: ['dossier', 'request', 'deadline'],
  }),
} as const;
