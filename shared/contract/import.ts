import { z } from 'zod';
import { command, query } from './call.ts';
import { dossierSide } from './dossier.ts';
import { line, manifestIdField, pageInput, prose, revisionOnly, rowIdField } from './fields.ts';

const charset = z.enum(['utf-8', 'gb18030', 'utf-16le', 'utf-16be']);

/** Which table of a file that was taken in: what a person chose where the file leaves it open; null is told by the program. */
const tableInput = {
  manifest: manifestIdField,
  charset: charset.nullable().default(null),
  sheet: line(100).nullable().default(null),
  /** Number of the line the titles stand on. */
  head: z.int().min(1).max(2_000_000).nullable().default(null),
};

/** How the table is taken in: the field of each column ('' leaves it out), and the side of lines that name none. */
const settingInput = {
  ...tableInput,
  side: dossierSide,
  columns: z.array(line(40)).min(1).max(256),
};

const tableColumn = z.strictObject({
  title: z.string(),
  /** The first values of the column. */
  samples: z.array(z.string()),
  /** The field this office chose for such a table last, otherwise the one its title means; '' for none. */
  field: z.string(),
});

/** Something about a line that a person should know; `bad` keeps its file out. */
const issue = z.strictObject({
  line: z.int(),
  /** Place of the column, from 0; null for the whole line. */
  column: z.int().nullable(),
  code: z.string(),
  bad: z.boolean(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const importRow = z.strictObject({
  id: z.string(),
  /** Name of the file. */
  name: z.string(),
  at: z.string(),
  person: z.string(),
  side: dossierSide,
  /** How many files the table came to, how many of them are here, and how many were taken back. */
  planned: z.int(),
  here: z.int(),
  withdrawn: z.int(),
  /** open: begun and not ended: it was called off or interrupted, and can go on. */
  state: z.enum(['open', 'done', 'undone']),
  reason: z.string(),
  /** Whether the person at the desk may take it back. */
  mayUndo: z.boolean(),
});

/**
 * What became of an import: how many of its files are here now, of how many. What came in stays in, however it ended; one
 * that is not `whole` was called off or stopped, and can go on.
 */
const taken = z.strictObject({
  import: z.string(),
  here: z.int(),
  planned: z.int(),
  left: z.int(),
  whole: z.boolean(),
  /** Code of the failure that stopped it; null when nothing did. */
  stopped: z.string().nullable(),
  /** Files that could not be written as things stood then, by their first line. At most 200 are named. */
  out: z.array(issue),
  revision: z.int(),
});

export const importCalls = {
  /** What a table holds, before anything is chosen: its columns, with a proposal for each. Writes nothing. */
  'import.read': query({
    input: z.strictObject({ ...tableInput }),
    output: z.strictObject({
      kind: z.enum(['xlsx', 'csv']),
      charset: charset.nullable(),
      sheets: z.array(z.string()),
      sheet: z.string(),
      head: z.int(),
      columns: z.array(tableColumn),
      lines: z.int(),
      /** Cells whose value is that of a formula, merged blocks, characters that are not of the character set. */
      formulas: z.int(),
      merged: z.int(),
      replaced: z.int(),
      /** The columns are as they were chosen for such a table before. */
      remembered: z.boolean(),
    }),
    topics: [],
  }),
  /** What taking a table in would come to, every line held against the law and the files here. Writes nothing. */
  'import.check': query({
    input: z.strictObject({ ...settingInput, ...pageInput, badOnly: z.boolean().default(false) }),
    output: z.strictObject({
      /** Files that would be taken in, and files that would be left out. */
      good: z.int(),
      bad: z.int(),
      /** Counted up to what is kept for showing; `more` says that there are more. */
      total: z.int(),
      more: z.boolean(),
      issues: z.array(issue),
    }),
    topics: [],
  }),
  /** Takes the good files of a table in, step by step. While it runs, no other table is read. */
  'import.run': command({
    input: z.strictObject({ ...settingInput, name: line(255).min(1) }),
    output: taken,
    topics: ['dossier', 'deadline', 'import'],
  }),
  /** Goes on with an import that was called off or interrupted, with the files that are not in yet. */
  'import.resume': command({
    input: z.strictObject({ import: rowIdField }),
    output: taken,
    topics: ['dossier', 'deadline', 'import'],
  }),
  /** The tables that were taken in, the newest first. */
  'import.list': query({
    input: z.strictObject({ ...pageInput }),
    output: z.strictObject({ total: z.int(), rows: z.array(importRow) }),
    topics: ['import', 'dossier'],
  }),
  /** Files of an import that somebody worked on since: they would stay when it is taken back. At most 200 are named. */
  'import.worked': query({
    input: z.strictObject({ import: rowIdField }),
    output: z.strictObject({
      total: z.int(),
      files: z.array(z.strictObject({ dossier: z.string(), number: z.string(), title: z.string() })),
    }),
    topics: ['import', 'dossier'],
  }),
  /**
   * Takes a whole import back as one recorded act: its files leave every list and their numbers are free again. Files
   * somebody worked on since stay; `kept` counts them. The person who took it in may, and the head of the office.
   */
  'import.undo': command({
    input: z.strictObject({ import: rowIdField, reason: prose(2000).min(1) }),
    output: z.strictObject({ withdrawn: z.int(), kept: z.int(), ...revisionOnly.shape }),
    topics: ['dossier', 'deadline', 'import'],
  }),
} as const;
