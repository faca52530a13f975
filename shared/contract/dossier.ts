import { z } from 'zod';
import { command, query } from './call.ts';
import {
  dateField,
  done,
  dossierIdField,
  fenField,
  line,
  manifestIdField,
  momentField,
  pageInput,
  prose,
  rowIdField,
  userIdField,
} from './fields.ts';

/** Arbitration 仲裁 or inspection 劳动保障监察. */
export const dossierSide = z.enum(['arb', 'lsi']);
/** Received at the window, accepted with a case number, closed. */
export const dossierStatus = z.enum(['received', 'accepted', 'closed']);
/** Something to look at that does not stop the act: a check digit, a removed character, an unusual date. */
export const warning = z.strictObject({
  code: z.string(),
  field: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
/** How near a deadline is, for colour and words. */
export const lamp = z.enum(['overdue', 'today', 'soon', 'fine', 'none']);

export const partyRole = z.enum([
  'applicant',
  'respondent',
  'third',
  'complainant',
  'employer',
  'worker',
  'agent',
  'witness',
]);
export const partyType = z.enum(['person', 'unit']);
/** Kind of identity paper; `resident` is 居民身份证. */
export const idKind = z.enum(['resident', 'passport', 'hmt', 'foreign', 'military', 'none']);

const partyInput = {
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

/** A claim (仲裁请求) or a matter (监察事项) under one list: `code` is of the domain's code list. */
const claimInput = {
  code: line(60).min(1),
  amountFen: fenField.nullable().default(null),
  from: dateField.nullable().default(null),
  to: dateField.nullable().default(null),
  basis: prose(4000).default(''),
};

export const claimView = z.strictObject({
  id: z.string(),
  code: z.string(),
  amountFen: z.number().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  basis: z.string(),
});

/** A deadline in a list: date, rule, whether any part of it is provisional (暂估). */
export const dueBrief = z.strictObject({
  id: z.string(),
  ruleId: z.string(),
  due: z.string().nullable(),
  target: z.string().nullable(),
  state: z.enum(['running', 'suspended', 'stopped', 'not-started']),
  provisional: z.boolean(),
  /** The rule's confidence: 'default' is shown as 默认值,待核. */
  confidence: z.enum(['certain', 'read', 'default']),
  lamp,
  daysLeft: z.int().nullable(),
});

export const dossierRow = z.strictObject({
  id: z.string(),
  side: dossierSide,
  status: dossierStatus,
  windowNo: z.string(),
  caseNo: z.string().nullable(),
  title: z.string(),
  cause: z.string(),
  handler: z.string(),
  receivedOn: z.string(),
  acceptedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  next: dueBrief.nullable(),
  openRequests: z.int(),
});

export const fileRow = z.strictObject({
  id: z.string(),
  manifest: z.string(),
  name: z.string(),
  /** Bytes. */
  size: z.number(),
  mime: z.string(),
  volume: z.enum(['main', 'sub']),
  addedOn: z.string(),
  addedBy: z.string(),
  note: z.string(),
});

export const noteRow = z.strictObject({ id: z.string(), at: z.string(), by: z.string(), text: z.string() });

/** Everything a dossier page shows but its history. */
export const dossierView = z.strictObject({
  row: dossierRow,
  /** Who is in charge, for forms; the row shows the name. */
  handlerId: z.string().nullable(),
  channel: z.string(),
  summary: z.string(),
  region: z.string(),
  closeType: z.string().nullable(),
  closeNote: z.string(),
  parties: z.array(partyView),
  claims: z.array(claimView),
  notes: z.array(noteRow),
  files: z.array(fileRow),
  deadlines: z.array(dueBrief),
  requests: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      number: z.string(),
      partner: z.string(),
      state: z.string(),
      word: z.string(),
    }),
  ),
  /** Acts the rules allow now. */
  may: z.array(z.enum(['accept', 'reject', 'close', 'amend', 'request'])),
  /** Head of what was shown; an act names it so that a change in between is noticed. */
  revision: z.int(),
});

export const historyRow = z.strictObject({
  id: z.string(),
  kind: z.string(),
  on: z.string(),
  recordedAt: z.string(),
  person: z.string(),
  device: z.string(),
  facts: z.record(z.string(), z.unknown()),
});

export const dossierFilter = z.strictObject({
  text: line(100).default(''),
  side: z.enum(['all', 'arb', 'lsi']).default('all'),
  status: z.enum(['all', 'open', 'received', 'accepted', 'closed']).default('open'),
  mine: z.boolean().default(false),
  /** 'due' is 今天还来得及 first. */
  sort: z.enum(['due', 'received', 'number']).default('due'),
});

/** What the window writes down on receipt (收件). */
export const receiveInput = z.strictObject({
  side: dossierSide,
  receivedOn: momentField,
  cause: line(100).default(''),
  summary: prose(20_000).default(''),
  handler: userIdField.nullable().default(null),
  channel: line(60).default('window'),
  parties: z.array(z.strictObject(partyInput)).min(1).max(2000),
  claims: z.array(z.strictObject(claimInput)).max(200).default([]),
});

const doneWithWarnings = z.strictObject({ id: z.string(), revision: z.int(), warnings: z.array(warning) });
const of = { dossier: dossierIdField };

export const dossierCalls = {
  'dossier.list': query({
    input: z.strictObject({ ...pageInput, filter: dossierFilter.prefault({}) }),
    output: z.strictObject({ total: z.int(), rows: z.array(dossierRow) }),
    topics: ['dossier', 'deadline'],
  }),
  'dossier.get': query({
    input: z.strictObject({ ...of }),
    output: dossierView,
    topics: ['dossier', 'deadline', 'request', 'file'],
  }),
  'dossier.history': query({
    input: z.strictObject({ ...of, ...pageInput }),
    output: z.strictObject({ total: z.int(), rows: z.array(historyRow) }),
    topics: ['dossier'],
  }),
  'dossier.receive': command({
    input: receiveInput,
    output: doneWithWarnings,
    topics: ['dossier', 'deadline', 'draft'],
  }),
  /** 调解仲裁法29 / 若干规定18. Gives the case number and starts the limit of the case. */
  'dossier.accept': command({
    input: z.strictObject({
      ...of,
      on: dateField,
      handler: userIdField.nullable().default(null),
      approvedBy: line(60).default(''),
    }),
    output: z.strictObject({ id: z.string(), revision: z.int(), caseNo: z.string() }),
    topics: ['dossier', 'deadline'],
  }),
  /** Closes an accepted file, or ends a received one without acceptance. `type` is of the domain's close types. */
  'dossier.close': command({
    input: z.strictObject({ ...of, on: dateField, type: line(60).min(1), note: prose(4000).default('') }),
    output: done,
    topics: ['dossier', 'deadline'],
  }),
  'dossier.amend': command({
    input: z.strictObject({
      ...of,
      cause: line(100).optional(),
      summary: prose(20_000).optional(),
      handler: userIdField.nullable().optional(),
    }),
    output: doneWithWarnings,
    topics: ['dossier'],
  }),
  'party.add': command({
    input: z.strictObject({ ...of, ...partyInput }),
    output: doneWithWarnings,
    topics: ['dossier'],
  }),
  'party.amend': command({
    input: z.strictObject({
      ...of,
      party: rowIdField,
      ...partyInput,
      idNo: line(40).optional(),
      phone: line(60).optional(),
    }),
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
  'claim.amend': command({
    input: z.strictObject({ ...of, claim: rowIdField, ...claimInput }),
    output: done,
    topics: ['dossier'],
  }),
  'claim.remove': command({ input: z.strictObject({ ...of, claim: rowIdField }), output: done, topics: ['dossier'] }),
  'note.add': command({
    input: z.strictObject({ ...of, text: prose(20_000).min(1) }),
    output: done,
    topics: ['dossier'],
  }),
  'dossier.attach': command({
    input: z.strictObject({
      ...of,
      manifest: manifestIdField,
      name: line(255).min(1),
      volume: z.enum(['main', 'sub']).default('main'),
      note: line(300).default(''),
    }),
    output: done,
    topics: ['dossier', 'file'],
  }),
  'dossier.detach': command({
    input: z.strictObject({ ...of, file: rowIdField }),
    output: done,
    topics: ['dossier', 'file'],
  }),
  /** Checks numbers and characters while typing; changes nothing. */
  'party.check': query({
    input: z.strictObject({ idKind, idNo: line(40), uscc: line(40), name: line(200) }),
    output: z.array(warning),
    topics: [],
  }),
} as const;
