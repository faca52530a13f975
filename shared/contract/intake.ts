import { z } from 'zod';
import { query } from './call.ts';
import { dossierSide, dossierStatus } from './dossier.ts';
import { line } from './fields.ts';
import { idKind, partyType } from './party.ts';

/** What a party of a form is recognised by; numbers go in and never come out. */
const typedParty = z.strictObject({
  type: partyType,
  name: line(200),
  idKind,
  idNo: line(40),
  uscc: line(40),
  phone: line(60),
});

/** By what a party was recognised. A person's name alone recognises nobody. */
const matchKind = z.enum(['id', 'uscc', 'name-phone', 'unit-name']);

/** A file on which at least one party of the form stands; `party` is its place in what was asked. */
const matchedFile = z.strictObject({
  dossier: z.string(),
  number: z.string(),
  side: dossierSide,
  status: dossierStatus,
  title: z.string(),
  cause: z.string(),
  handler: z.string(),
  receivedOn: z.string(),
  matched: z.array(z.strictObject({ party: z.int(), by: matchKind })),
  /** Codes of claims or matters that stand on both. */
  claims: z.array(z.string()),
});

export const intakeCalls = {
  /** Whether the parties and claims of a form stand on files already, while they are typed; stores nothing. */
  'intake.match': query({
    input: z.strictObject({ parties: z.array(typedParty).max(50), claims: z.array(line(60)).max(200).default([]) }),
    /** The likeliest few files, and for each party on how many it stands, counted up to 1000. */
    output: z.strictObject({ files: z.array(matchedFile), counts: z.array(z.int()) }),
    topics: ['dossier'],
  }),
} as const;
