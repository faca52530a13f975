import { z } from 'zod';
import type { RowDifference } from '#shared/domain/deadline/pack-file/flat-rows.ts';

/** What a file of rules holds for this office, and who signed it. */
export const packContents = z.strictObject({
  office: z.string(),
  /** As the file says; nobody proved it unless `signer` is one of the known ones. */
  officeName: z.string(),
  region: z.string(),
  made: z.string(),
  title: z.string(),
  /** This office itself, a partner whose fingerprint a person compared, or anybody else. */
  signer: z.enum(['own', 'partner', 'unknown']),
  /** Of the key that signed it, to be compared by telephone. */
  fingerprint: z.string(),
  /** How many rows it has, and how many of them are for other provinces. */
  rows: z.int(),
  elsewhere: z.int(),
  /** The rows that differ from those in force without it. */
  differences: z.array(z.custom<RowDifference>()),
});
