import { z } from 'zod';
import type { RequestState } from '#shared/domain/assist/state.ts';
import { dueBrief } from './due.ts';
import { commissionLetter, letterFile, letterHead, replyLetter, requestKind, urgency } from './letter.ts';

/** 仅本机, 已发出, 对方已签收, 已阅. */
export const honestWord = z.enum(['local', 'sent', 'receipted', 'opened']);

/** Acts a person may have on a request now; the same table decides in the service. */
export const requestAct = z.enum([
  'review',
  'sign',
  'seal',
  'send',
  'resubmit',
  'unsign',
  'supplement',
  'withdraw',
  'answerExtension',
  'object',
  'close',
  'urge',
  'register',
  'return',
  'accept',
  'refuse',
  'assign',
  'progress',
  'extend',
  'suspend',
  'resume',
  'reply',
  'correct',
  'stopReport',
  'originals',
  'note',
]);

export const requestRow = z.strictObject({
  id: z.string(),
  direction: z.enum(['out', 'in']),
  kind: requestKind,
  /** Letter number (文号); null until signed. */
  number: z.string().nullable(),
  /** Our own receipt number (收文编号) on incoming ones. */
  registerNo: z.string().nullable(),
  partner: z.string(),
  partnerName: z.string(),
  title: z.string(),
  urgency,
  state: z.string(),
  actor: z.enum(['us', 'them', 'nobody']),
  word: honestWord,
  due: dueBrief.nullable(),
  agreed: z.string().nullable(),
  promised: z.string().nullable(),
  flags: z.array(z.string()),
  sentOn: z.string().nullable(),
  unread: z.boolean(),
});

/** A file of a letter by its parts: those that are here, those that were here and are gone or damaged, and all. */
const enclosureRow = z.strictObject({
  ...{ manifest: z.string(), name: z.string(), size: z.number() },
  ...{ have: z.int(), lost: z.int(), of: z.int() },
});

/** One happening on the two-sided timeline. */
export const timelineItem = z.strictObject({
  id: z.string(),
  side: z.enum(['r', 'e']),
  ours: z.boolean(),
  kind: z.string(),
  on: z.string(),
  recordedAt: z.string(),
  /** Who wrote it, for our own entries; the partner's people are named in `content` where it names them. */
  person: z.string(),
  /** For an embedded command: what became of it. */
  outcome: z.enum(['ok', 'late', 'void']).nullable(),
  reason: z.string().nullable(),
  word: honestWord.nullable(),
  /** True while the executor has not placed it in order (待对方确认). */
  pending: z.boolean(),
  facts: z.record(z.string(), z.unknown()),
  /** The body's content; null when erased or not here. */
  content: z.record(z.string(), z.unknown()).nullable(),
  files: z.array(enclosureRow),
});

/** Four clocks: the limit with its basis, the agreed reply date, the last proof, the time since last contact. */
export const fourClocks = z.strictObject({
  limit: dueBrief.nullable(),
  agreed: z.string().nullable(),
  promised: z.string().nullable(),
  lastProof: z.string().nullable(),
  /** Whole days since anything signed by the partner arrived; null when nothing ever did. */
  contactDays: z.int().nullable(),
  /** Latest useful day for our own file's limit. */
  safeDue: z.string().nullable(),
  /** Last day of our own file's limit; null while it does not run, and for whom the file is not. */
  caseLimit: z.string().nullable(),
});

export const paperStep = z.strictObject({
  step: z.enum(['draft', 'review', 'sign', 'seal', 'send']),
  person: z.string(),
  at: z.string(),
  verdict: z.enum(['pass', 'back']),
  note: z.string(),
  /** False when a later text made it void. */
  holds: z.boolean(),
});

/** A letter on its way through the office: the text submitted, its hash, and who passed it. */
export const paperView = z.strictObject({
  type: z.enum(['commission', 'reply']),
  /** Hash of the submitted text; an approval names it and any change voids it. */
  hash: z.string(),
  number: z.string().nullable(),
  /** What it waits for: 'back' for its drafter, 'moot' for nothing any more; the tag on lists says the same. */
  next: z.enum(['review', 'sign', 'seal', 'send', 'back', 'moot', 'none']),
  /** The office requires the scan of the sealed letter before it leaves. */
  sealWanted: z.boolean(),
  steps: z.array(paperStep),
  scan: letterFile.nullable(),
  /** The submitted text, which examiner and signer pass or send back. */
  commission: commissionLetter.nullable(),
  reply: replyLetter.nullable(),
  head: letterHead,
});

export const requestView = z.strictObject({
  row: requestRow,
  /** Our own dossier behind it; never leaves the office. */
  dossier: z.string().nullable(),
  dossierNumber: z.string().nullable(),
  commission: commissionLetter.nullable(),
  commissionNumber: z.string().nullable(),
  commissionHead: letterHead.nullable(),
  reply: replyLetter.nullable(),
  replyNumber: z.string().nullable(),
  replyHead: letterHead.nullable(),
  paper: paperView.nullable(),
  state: z.custom<RequestState>(),
  timeline: z.array(timelineItem),
  clocks: fourClocks,
  may: z.array(requestAct),
  /** Why nothing may be written on it: this is a restored copy, or an older one than what this partner already holds. */
  readOnly: z.enum(['restored', 'rolled-back']).nullable(),
  files: z.array(enclosureRow.extend({ ours: z.boolean() })),
  /** Head both offices can compare: hash over the folded state and both chains. */
  digest: z.string(),
  requester: z.string(),
  executor: z.string(),
});
