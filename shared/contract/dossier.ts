import { z } from 'zod';
import { linkKinds, tiedKinds } from '#shared/domain/dossier/links.ts';
import { command, query } from './call.ts';
import { collectiveView } from './collective.ts';
import { correctStepInput, lifeView, stepInput } from './dossier-step.ts';
import { dueBrief } from './due.ts';
import {
  baseField,
  dateField,
  done,
  dossierIdField,
  entryIdField,
  line,
  manifestIdField,
  momentField,
  pageInput,
  prose,
  rowIdField,
  userIdField,
  writerField,
} from './fields.ts';
import { fileRow } from './file-row.ts';
import { joiningView } from './joining.ts';
import { claimInput, claimView, partyInput, partyView } from './party.ts';
import { doneWithWarnings } from './warning.ts';

/** Arbitration 仲裁 or inspection 劳动保障监察. */
export const dossierSide = z.enum(['arb', 'lsi']);
/** Received at the window, accepted with a case number, closed. */
export const dossierStatus = z.enum(['received', 'accepted', 'closed']);
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
  /** Its place on its main line, a code of the domain's table of stages. */
  stage: z.string(),
  /** Number of the file that leads where it is heard together with others. */
  leadNo: z.string().nullable(),
});

export const noteRow = z.strictObject({ id: z.string(), at: z.string(), by: z.string(), text: z.string() });

/** A file tied to another. */
const linkView = z.strictObject({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  side: dossierSide,
  status: dossierStatus,
  link: z.enum(linkKinds),
});

/** Everything a dossier page shows but its history. */
export const dossierView = z.strictObject({
  row: dossierRow,
  /** Who is in charge, for forms; the row shows the name. */
  handlerId: z.string().nullable(),
  channel: z.string(),
  /** Code of the branch that has it; empty: the office itself. */
  branch: z.string(),
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
  /** Where it stands on its main line, and what may come next. */
  life: lifeView,
  /** Files that belong together with this one, each with what it is to this one. */
  links: z.array(linkView),
  /** Files it is or was heard together with, in the order this was recorded. */
  joinings: z.array(joiningView),
  /** What was recorded of it as a collective case; null: it is none. */
  collective: collectiveView.nullable(),
  /** Acts the rules allow now. */
  may: z.array(z.enum(['accept', 'reject', 'close', 'amend', 'request'])),
  /** Head of what was shown; a changing call names it as its base so that a change in between is noticed. */
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

/** Code of a branch of this office; '' for the office itself. */
const branchField = line(8).default('');

/** What the window writes down on receipt (收件). */
export const receiveInput = z.strictObject({
  side: dossierSide,
  receivedOn: momentField,
  cause: line(100).default(''),
  summary: prose(20_000).default(''),
  handler: userIdField.nullable().default(null),
  channel: line(60).default('window'),
  branch: branchField,
  parties: z.array(z.strictObject(partyInput)).min(1).max(2000),
  claims: z.array(z.strictObject(claimInput)).max(200).default([]),
  /** The window whose draft ends with the receipt. */
  writer: writerField,
});

const of = { dossier: dossierIdField };

/** How a file is numbered: by which branch, and under the number of which other file (分号); null: a number of its own. */
const numberAsked = { branch: branchField, under: dossierIdField.nullable().default(null) };

export const dossierCalls = {
  'dossier.list': query({
    input: z.strictObject({ ...pageInput, filter: dossierFilter.prefault({}) }),
    /** `more`: there are more files with the words than were counted. */
    output: z.strictObject({ total: z.int(), more: z.boolean(), rows: z.array(dossierRow) }),
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
      /** Who approved it and on which paper; both needed where the law has it decided in writing. */
      approvedBy: line(60).default(''),
      paper: line(120).default(''),
      /** Arbitration: the limits for serving copies and forming the panel (调解仲裁法30、32) are counted too. */
      alsoLimits: z.boolean().default(false),
      ...numberAsked,
    }),
    output: z.strictObject({ id: z.string(), revision: z.int(), caseNo: z.string() }),
    topics: ['dossier', 'deadline'],
  }),
  /** What the case number would read if the file were accepted on that day; refused as the acceptance would be. */
  'dossier.nextNumber': query({
    input: z.strictObject({ ...of, on: dateField, ...numberAsked }),
    output: z.strictObject({ number: z.string() }),
    topics: ['dossier', 'office'],
  }),
  /** Closes an accepted file, or ends a received one without acceptance. `type` is of the domain's close types. */
  'dossier.close': command({
    input: z.strictObject({
      ...of,
      on: dateField,
      type: line(60).min(1),
      /** An award in the absence of a party (缺席裁决). */
      absent: z.boolean().default(false),
      /** Who decided and on which paper; both are needed, but files closed before this was asked may lack them. */
      decidedBy: line(60).default(''),
      paper: line(120).default(''),
      note: prose(4000).default(''),
    }),
    output: done,
    topics: ['dossier', 'deadline'],
  }),
  /** Who decided the closing last entered on a side: what a form begins with. Empty where nobody was named. */
  'dossier.lastDecider': query({
    input: z.strictObject({ side: dossierSide }),
    output: z.strictObject({ decidedBy: z.string() }),
    topics: ['dossier'],
  }),
  /** Takes a step of the table of steps; receipt, acceptance and closing have calls of their own. */
  'dossier.step': command({
    input: z.strictObject({ ...of, ...stepInput }),
    output: doneWithWarnings,
    topics: ['dossier', 'deadline'],
  }),
  /** Strikes a wrong step or moves it to another day, with the later steps that rest on it where they are named. */
  'dossier.correctStep': command({
    input: z.strictObject({ ...of, ...correctStepInput }),
    output: done,
    topics: ['dossier', 'deadline'],
  }),
  /** The later steps, by id, that would have to be struck with a step. */
  'dossier.restingOn': query({
    input: z.strictObject({ ...of, step: entryIdField }),
    output: z.array(z.string()),
    topics: ['dossier'],
  }),
  /** Changes the named descriptive fields; those left out stay. */
  'dossier.amend': command({
    input: z.strictObject({
      ...of,
      base: baseField,
      cause: line(100).optional(),
      summary: prose(20_000).optional(),
      handler: userIdField.nullable().optional(),
    }),
    output: doneWithWarnings,
    topics: ['dossier'],
  }),
  /** Ties two files together; `link` is what the other one is to this one. */
  'dossier.link': command({
    input: z.strictObject({ ...of, other: dossierIdField, link: z.enum(tiedKinds) }),
    output: done,
    topics: ['dossier'],
  }),
  /** Takes every tie between two files away. */
  'dossier.unlink': command({
    input: z.strictObject({ ...of, other: dossierIdField }),
    output: done,
    topics: ['dossier'],
  }),
  'note.add': command({
    input: z.strictObject({ ...of, text: prose(20_000).min(1) }),
    output: done,
    topics: ['dossier'],
  }),
  /**
   * Puts a file that was taken in on the dossier. `replaces` names the document it is a new version of: that one stays
   * reachable. `alsoOn` are other dossiers with the same bytes, by number, five at most.
   */
  'dossier.attach': command({
    input: z.strictObject({
      ...of,
      manifest: manifestIdField,
      name: line(255).min(1),
      volume: z.enum(['main', 'sub']).default('main'),
      note: line(300).default(''),
      replaces: rowIdField.nullable().default(null),
    }),
    output: z.strictObject({ id: z.string(), revision: z.int(), alsoOn: z.array(z.string()) }),
    topics: ['dossier', 'file'],
  }),
  'dossier.detach': command({
    input: z.strictObject({ ...of, file: rowIdField }),
    output: done,
    topics: ['dossier', 'file'],
  }),
} as const;
