import { z } from 'zod';
import { command, query } from './call.ts';
import { dossierSide, dossierStatus } from './dossier.ts';
import { dossierIdField, revisionOnly } from './fields.ts';

/** A window of this machine, by the name it made for itself; the same one after a restart. */
const window = z.string().regex(/^[a-zA-Z0-9-]{1,40}$/);

/** A file in the strip of open files, as lists show it. */
const openFile = z.strictObject({
  id: z.string(),
  side: dossierSide,
  status: dossierStatus,
  number: z.string(),
  title: z.string(),
});

const one = z.strictObject({ window, dossier: dossierIdField });

export const openFileCalls = {
  /** The files whoever sits at the desk has open in a window, from left to right, and how many can be opened again. */
  'openFile.list': query({
    input: z.strictObject({ window }),
    output: z.strictObject({ files: z.array(openFile), closed: z.int() }),
    topics: ['workplace', 'people', 'dossier'],
  }),
  /** A file is looked at: it comes to the end of the strip unless it stands there. Of more than twelve the one seen longest ago is closed. */
  'openFile.show': command({ input: one, output: revisionOnly, topics: ['workplace'] }),
  /** Closes a file; nothing of it changes, and its drafts stay. */
  'openFile.close': command({ input: one, output: revisionOnly, topics: ['workplace'] }),
  /** Opens the file closed last again, at its former place; refused when there is none. Answers which it was. */
  'openFile.reopen': command({
    input: z.strictObject({ window }),
    output: z.strictObject({ id: z.string(), revision: z.int() }),
    topics: ['workplace'],
  }),
} as const;
