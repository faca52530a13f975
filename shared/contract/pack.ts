import { z } from 'zod';
import type { PackFault } from '#shared/domain/deadline/pack-file/pack-fault.ts';
import { command, query } from './call.ts';
import { done, line, prose } from './fields.ts';
import { packContents } from './pack-contents.ts';

/** Characters of a file of rules at most; what ships takes about a hundred thousand. */
const fileText = z.string().max(1_000_000);

export const packCalls = {
  /** The rules in force here, those of requests left out, as a file signed for the office. */
  'pack.export': command({
    input: z.strictObject({ title: line(120).default('') }),
    output: z.strictObject({ fileName: z.string(), bytes: z.custom<Uint8Array>(), rows: z.int() }),
    topics: ['deadline'],
  }),
  /** Reads a file of rules and tells everything wrong with it, or who signed it and what it would change. Stores nothing. */
  'pack.check': query({
    input: z.strictObject({ file: fileText }),
    output: z.strictObject({
      /** At most a hundred. */
      faults: z.array(z.custom<PackFault>()),
      pack: packContents.nullable(),
    }),
    topics: ['deadline', 'partner'],
  }),
  /**
   * Proposes the rules of a file; another person confirms it. A file nobody known here signed is refused unless whoever
   * proposes it says that he knows, and whoever confirms it says so too.
   */
  'pack.propose': command({
    input: z.strictObject({ file: fileText, reason: prose(500).min(1), unknownSigner: z.boolean().default(false) }),
    output: done,
    topics: ['deadline'],
  }),
} as const;
