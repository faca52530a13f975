import { z } from 'zod';
import { command, query } from './call.ts';
import { dossierRow } from './dossier.ts';
import { done, dossierIdField, line, pageInput, prose, revisionOnly, rowIdField } from './fields.ts';
import { partyRole } from './party.ts';
import { requestRow } from './request-view.ts';

/** Which employers are listed and in which order; `latest` is the newest file first. */
export const employerFilter = z.strictObject({
  text: line(100).default(''),
  sort: z.enum(['latest', 'name', 'files']).default('latest'),
});

/** An employer (用人单位) as lists show it. */
const employerRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  code: z.string(),
  files: z.int(),
  /** How many records were merged into it. */
  merged: z.int(),
  /** The newest file's number and day of receipt. */
  latestNumber: z.string(),
  latestOn: z.string(),
});

/** How it was written: with the days of the first and the last file that has it so. */
const written = z.strictObject({ text: z.string(), from: z.string(), to: z.string(), files: z.int() });

/** What a person did to the record, newest first. */
const employerAct = z.strictObject({
  entry: z.string(),
  kind: z.enum(['merged', 'parted', 'split', 'rejoined']),
  at: z.string(),
  by: z.string(),
  reason: z.string(),
});

/** A record that was merged into another; `merge` names the act for taking it back. */
const mergedRecord = z.strictObject({
  id: z.string(),
  name: z.string(),
  code: z.string(),
  files: z.int(),
  /** Name of the record it was merged into directly. */
  into: z.string(),
  merge: z.string(),
});

/** One employer over all files. A record that was merged answers the employer it counts to. */
const employerView = z.strictObject({
  id: z.string(),
  name: z.string(),
  code: z.string(),
  files: z.int(),
  open: z.int(),
  names: z.array(written),
  codes: z.array(written),
  addresses: z.array(written),
  legalReps: z.array(written),
  merged: z.array(mergedRecord),
  acts: z.array(employerAct),
});

/** A file of an employer, with how the employer stands on it. */
const employerFile = z.strictObject({
  row: dossierRow,
  parties: z.array(
    z.strictObject({
      id: z.string(),
      role: partyRole,
      name: z.string(),
      /** A person said that it is not where its code or name lead. */
      split: z.boolean(),
    }),
  ),
});

/** Doubts about a merge: two different codes, both on one file, two names that differ. */
const mergeDoubt = z.enum(['two-codes', 'same-file', 'two-names']);

const of = { employer: rowIdField };
const pair = { into: rowIdField, from: rowIdField };

export const employerCalls = {
  /** Employers that stand on files, by name, former name, how it sounds, or code. */
  'employer.list': query({
    input: z.strictObject({ ...pageInput, filter: employerFilter.prefault({}) }),
    output: z.strictObject({ total: z.int(), rows: z.array(employerRow) }),
    topics: ['dossier', 'employer'],
  }),
  /** One employer: how it was written over time, what was merged into it, and who did what to the record. */
  'employer.get': query({
    input: z.strictObject(of),
    output: employerView,
    topics: ['dossier', 'employer'],
  }),
  /** Its files, the newest first. */
  'employer.files': query({
    input: z.strictObject({ ...of, ...pageInput }),
    output: z.strictObject({ total: z.int(), rows: z.array(employerFile) }),
    topics: ['dossier', 'deadline', 'employer'],
  }),
  /** Requests made from its files, and those of partners whose letter names it, the newest first. */
  'employer.requests': query({
    input: z.strictObject({ ...of, ...pageInput }),
    output: z.strictObject({
      total: z.int(),
      rows: z.array(requestRow.extend({ region: z.string(), regionName: z.string() })),
    }),
    topics: ['request', 'dossier', 'partner', 'employer'],
  }),
  /** What a merge would make of two employers; changes nothing. */
  'employer.previewMerge': query({
    input: z.strictObject(pair),
    output: z.strictObject({
      name: z.string(),
      code: z.string(),
      files: z.int(),
      names: z.array(z.string()),
      codes: z.array(z.string()),
      doubts: z.array(mergeDoubt),
      /** Files on which both stand. */
      filesOfBoth: z.int(),
      /** What was shown: the merge names it, so that a change in between is noticed. */
      seen: z.string(),
    }),
    topics: ['dossier', 'employer'],
  }),
  /** Two records are one employer: `from` counts to `into` from now on. */
  'employer.merge': command({
    input: z.strictObject({ ...pair, seen: line(64), reason: prose(1000).default('') }),
    output: done,
    topics: ['employer'],
  }),
  /** Takes a merge back; what was merged has exactly the files again that are its own. */
  'employer.part': command({
    input: z.strictObject({ ...of, merge: line(80) }),
    output: done,
    topics: ['employer'],
  }),
  /** A party is not this employer: it becomes one of its own. `employer` is the one it was shown under. */
  'employer.split': command({
    input: z.strictObject({ ...of, dossier: dossierIdField, party: rowIdField, reason: prose(1000).default('') }),
    output: done,
    topics: ['employer'],
  }),
  /** A party that was split off counts again to where its code and name lead. */
  'employer.rejoin': command({
    input: z.strictObject({ dossier: dossierIdField, party: rowIdField }),
    output: revisionOnly,
    topics: ['employer'],
  }),
} as const;
