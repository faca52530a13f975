import { z } from 'zod';

/** Something to look at that does not stop the act: a check digit, a removed character, an unusual date. */
export const warning = z.strictObject({
  code: z.string(),
  field: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
/** What an act answers that may leave doubts. */
export const doneWithWarnings = z.strictObject({ id: z.string(), revision: z.int(), warnings: z.array(warning) });
