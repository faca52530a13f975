import { z } from 'zod';
import { query } from './call.ts';
import { dossierRow, dossierSide } from './dossier.ts';
import { line } from './fields.ts';
import { personRole } from './office.ts';

/** A party whose name was typed, on the file it belongs to. */
const foundParty = z.strictObject({
  id: z.string(),
  dossier: z.string(),
  side: dossierSide,
  number: z.string(),
  role: z.string(),
  name: z.string(),
});

export const findCalls = {
  /**
   * What Ctrl+K finds for a few characters, a handful of each: files as the register would list them, the parties of
   * these files that are called so (a reporter is never named, 监察条例9), and people of the office; names also by their
   * sound.
   */
  'find.anything': query({
    input: z.strictObject({ text: line(100).min(1) }),
    output: z.strictObject({
      files: z.array(dossierRow),
      parties: z.array(foundParty),
      people: z.array(z.strictObject({ id: z.string(), name: z.string(), roles: z.array(personRole) })),
    }),
    topics: [],
  }),
} as const;
