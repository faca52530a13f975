import { z } from 'zod';
import { command, query } from './call.ts';
import { baseField, dateField, done, dossierIdField, fenField, line, prose, rowIdField } from './fields.ts';
import { doneWithWarnings, warning } from './warning.ts';

export const partyRole = z.enum([
  'applicant',
  'respondent',
  'third',
  'complainant',
  'reporter',
  'employer',
  'worker',
  'representative',
  'agent',
  'witness',
]);
export const partyType = z.enum(['person', 'unit']);
/** Kind of identity paper; `resident` is 居民身份证. */
export const idKind = z.enum(['resident', 'passport', 'hmt', 'foreign', 'military', 'none']);

/** What is written down of a party. */
export const partyInput = {
  role: partyRole,
  type: partyType,
  name: line(200).min(1),
  idKind: idKind.default('resident'),
  idNo: line(40).default(''),
  uscc: line(40).default(''),
  legalRep: line(100).default(''),
  phone: line(60).default(''),
  address: line(400).default(''),
};

const partyChange = {
  role: partyRole.optional(),
  type: partyType.optional(),
  name: line(200).min(1).optional(),
  idKind: idKind.optional(),
  idNo: line(40).optional(),
  uscc: line(40).optional(),
  legalRep: line(100).optional(),
  phone: line(60).optional(),
  address: line(400).optional(),
};

/** A party as lists and pages show it: numbers are masked, `warnings` names doubtful ones. */
export const partyView = z.strictObject({
  id: z.string(),
  role: partyRole,
  type: partyType,
  name: z.string(),
  idKind,
  idNoMasked: z.string(),
  uscc: z.string(),
  legalRep: z.string(),
  phoneMasked: z.string(),
  address: z.string(),
  warnings: z.array(warning),
});

/** Whether the award of an item is final (终局) or not; empty while nothing is decided. */
const finality = z.enum(['', 'final', 'non-final']);

/** A claim (仲裁请求) or a matter (监察事项) under one list: `code` is of the domain's code list. */
export const claimInput = {
  code: line(60).min(1),
  amountFen: fenField.nullable().default(null),
  from: dateField.nullable().default(null),
  to: dateField.nullable().default(null),
  /** With a formula the amount is what that comes to; what is typed beside it does not count. */
  formula: line(300).default(''),
  inputs: line(600).default(''),
  awardedFen: fenField.nullable().default(null),
  finality: finality.default(''),
  mediatedFen: fenField.nullable().default(null),
  payer: line(200).default(''),
  basis: prose(4000).default(''),
};

const claimChange = {
  code: line(60).min(1).optional(),
  amountFen: fenField.nullable().optional(),
  from: dateField.nullable().optional(),
  to: dateField.nullable().optional(),
  formula: line(300).optional(),
  inputs: line(600).optional(),
  awardedFen: fenField.nullable().optional(),
  finality: finality.optional(),
  mediatedFen: fenField.nullable().optional(),
  payer: line(200).optional(),
  basis: prose(4000).optional(),
};

export const claimView = z.strictObject({
  id: z.string(),
  code: z.string(),
  amountFen: z.number().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  formula: z.string(),
  inputs: z.string(),
  awardedFen: z.number().nullable(),
  finality,
  mediatedFen: z.number().nullable(),
  payer: z.string(),
  basis: z.string(),
});

const of = { dossier: dossierIdField };

export const partyCalls = {
  'party.add': command({
    input: z.strictObject({ ...of, ...partyInput }),
    output: doneWithWarnings,
    topics: ['dossier'],
  }),
  /** Changes the named fields; those left out stay, numbers too: a screen only ever has their mask. */
  'party.amend': command({
    input: z.strictObject({ ...of, party: rowIdField, base: baseField, ...partyChange }),
    output: doneWithWarnings,
    topics: ['dossier'],
  }),
  'party.remove': command({ input: z.strictObject({ ...of, party: rowIdField }), output: done, topics: ['dossier'] }),
  /** Shows numbers in full; the reason is recorded in the audit chain before the answer is given. */
  'party.reveal': command({
    input: z.strictObject({ ...of, party: rowIdField, reason: line(200).min(2) }),
    output: z.strictObject({ idNo: z.string(), phone: z.string(), revision: z.int() }),
    topics: ['audit'],
  }),
  'claim.add': command({ input: z.strictObject({ ...of, ...claimInput }), output: done, topics: ['dossier'] }),
  /** Changes the named fields; those left out stay. An amount that a formula gives is changed through its formula. */
  'claim.amend': command({
    input: z.strictObject({ ...of, claim: rowIdField, base: baseField, ...claimChange }),
    /** `base`: the revision of the file with this change, the base of the next one. */
    output: done.extend({ base: z.int() }),
    topics: ['dossier'],
  }),
  'claim.remove': command({ input: z.strictObject({ ...of, claim: rowIdField }), output: done, topics: ['dossier'] }),
  /** Checks numbers and characters while typing; changes nothing. */
  'party.check': query({
    input: z.strictObject({ idKind, idNo: line(40), uscc: line(40), name: line(200) }),
    output: z.array(warning),
    topics: [],
  }),
} as const;
