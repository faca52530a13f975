import { z } from 'zod';
import { command } from './call.ts';
import { prose, revisionOnly } from './fields.ts';

const id = z.string().regex(/^[0-9a-f]{64}$/);

export const quarantineCalls = {
  /**
   * A piece of the bytes of something that was set aside, as they came, at most 1 MiB; a file of the whole is what an inquiry
   * needs. The first piece is recorded in the audit chain. 'quarantine.no-bytes' where only what it was is kept.
   */
  'quarantine.export': command({
    input: z.strictObject({ id, offset: z.int().min(0).default(0) }),
    output: z.strictObject({
      fileName: z.string(),
      size: z.number(),
      bytes: z.custom<Uint8Array>((v) => v instanceof Uint8Array),
    }),
    topics: ['audit'],
  }),
  /** Reads something set aside once more; what fails again stays aside with its reason. */
  'quarantine.again': command({
    input: z.strictObject({ id }),
    output: z.strictObject({ taken: z.boolean(), code: z.string(), revision: z.int() }),
    topics: ['sync', 'request', 'dossier', 'deadline', 'partner', 'file'],
  }),
  /** A person says that nothing more is to be done about it. It stays listed among what is settled, and can be exported until its bytes must make room. */
  'quarantine.settle': command({
    input: z.strictObject({ id, reason: prose(500).min(1) }),
    output: revisionOnly,
    topics: ['sync', 'audit'],
  }),
} as const;
