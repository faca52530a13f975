import { z } from 'zod';
import { command, query } from './call.ts';
import { line, revisionOnly } from './fields.ts';

/** One file of the scanner's folder as it was listed: `size` in bytes, `changed` in milliseconds since 1970. */
const scan = z.strictObject({ name: line(255).min(1), size: z.number().min(0), changed: z.number().min(0) });

export const scannerCalls = {
  /** The folder the scanner of this device writes into; '' while none is set. */
  'scanner.get': query({ input: z.strictObject({}), output: z.strictObject({ folder: z.string() }), topics: ['file'] }),
  /**
   * Sets the folder, or none with ''. Refused by what is wrong with it: scanner.folder-not-absolute, folder-missing,
   * not-a-folder, not-writable, own-folder (where the product keeps its data), unreachable.
   */
  'scanner.setFolder': command({
    input: z.strictObject({ folder: line(1000) }),
    output: revisionOnly,
    topics: ['file'],
  }),
  /**
   * What lies in the folder, newest first, at most 200. Only files that did not change between two looks at least a second
   * apart; `writing` counts those that still may. Folders, links and hidden files are no scans.
   */
  'scanner.list': query({
    input: z.strictObject({}),
    output: z.strictObject({ folder: z.string(), scans: z.array(scan), writing: z.int(), more: z.int() }),
    topics: ['file'],
  }),
  /** A piece of a scan's bytes, at most 1 MiB. 'scanner.changed' where the file is no longer what was listed. */
  'scanner.read': query({
    input: z.strictObject({ ...scan.shape, offset: z.int().min(0), length: z.int().min(1).max(1_048_576) }),
    output: z.strictObject({ bytes: z.custom<Uint8Array>((v) => v instanceof Uint8Array) }),
    topics: [],
  }),
  /**
   * Moves a scan that is on a dossier now into the folder '已存入' beside it; nothing is deleted and nothing there is
   * replaced. 'scanner.not-kept' while no dossier holds its bytes.
   */
  'scanner.putAway': command({
    input: z.strictObject({ ...scan.shape }),
    output: z.strictObject({ movedTo: z.string() }),
    topics: ['file'],
  }),
} as const;
