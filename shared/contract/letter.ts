import { z } from 'zod';
import { dateField, fenField, line, manifestIdField, prose } from './fields.ts';

/** Kinds of request this version writes and reads. */
export const requestKind = z.enum(['ARB_INVESTIGATE', 'LSI_ASSIST']);
/** 普通, 加急, 特急. */
export const urgency = z.enum(['normal', 'urgent', 'critical']);

/** One thing asked for (委托事项): whom it is about, the questions, what it is to prove, the form wanted. */
export const letterItem = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  kind: z.enum(['inquiry', 'documents', 'electronic', 'registry', 'site', 'employment', 'other']),
  object: z.strictObject({
    type: z.enum(['person', 'unit']),
    name: line(200).min(1),
    idNo: line(40).default(''),
    uscc: line(40).default(''),
    phone: line(60).default(''),
    address: line(400).default(''),
    relation: line(100).default(''),
  }),
  /** 调查提纲: the concrete questions. 民诉法134 asks for clear items and demands. */
  questions: prose(8000).min(1),
  proves: prose(2000).default(''),
  form: z.enum(['original', 'stamped-copy', 'photo', 'recording', 'any']),
});

/** A person who handles the matter; two are named on each side. */
export const handlerField = z.strictObject({
  name: line(60).min(1),
  cardNo: line(60).default(''),
  phone: line(60).default(''),
});

/** A file that goes with a letter, as the partner sees it. */
export const letterFile = z.strictObject({
  manifest: manifestIdField,
  name: line(255).min(1),
  size: z.number(),
  pages: z.int().min(0).default(0),
});

/** Most enclosures of one letter or act: their ids stand in the signed header, which may not grow beyond its bound. */
export const mostEnclosures = 400;

/** A commission letter (委托函, 协查函): everything the partner receives and nothing else. domain.md 3.4.1 and 3.4.3. */
export const commissionLetter = z.strictObject({
  kind: requestKind,
  urgency,
  secrecy: z.enum(['none', 'work-secret']).default('none'),
  /** Our case as far as the partner needs it. */
  matter: z.strictObject({
    caseNo: line(100).default(''),
    cause: line(200).default(''),
    acceptedOn: dateField.nullable().default(null),
    /** Last day of our own limit, so that the partner sees the pressure. */
    limitDue: dateField.nullable().default(null),
    parties: z
      .array(z.strictObject({ role: line(40), name: line(200) }))
      .max(50)
      .default([]),
  }),
  items: z.array(letterItem).min(1).max(100),
  legalBasis: z.array(line(300)).max(20).default([]),
  /** The day by which the reply is asked (要求完成日期). */
  askedDate: dateField,
  returnBy: z.enum(['electronic', 'post', 'both']).default('both'),
  /** Where the executor is, as the letter is addressed (受托方地址); its card does not say. */
  toAddress: line(400).default(''),
  /** The part of our office that handles the matter (承办部门). */
  department: line(100).default(''),
  handlers: z.array(handlerField).max(4).default([]),
  special: prose(4000).default(''),
  mayAddInquiries: z.boolean().default(false),
  recordingWanted: z.boolean().default(false),
  files: z.array(letterFile).max(mostEnclosures).default([]),
  /** LSI_ASSIST only. */
  inspection: z
    .strictObject({
      suspected: prose(2000).default(''),
      workers: z.int().min(0).max(1_000_000).default(0),
      amountFen: fenField.nullable().default(null),
      powers: line(300).default(''),
      siteCheck: z.boolean().default(false),
      registeredPlace: line(200).default(''),
      workPlace: line(200).default(''),
    })
    .nullable()
    .default(null),
});

/** A letter as a form begins with it: what only a person can say is still empty. */
export const begunLetter = commissionLetter.extend({
  items: z.array(
    letterItem.extend({ object: letterItem.shape.object.extend({ name: line(200) }), questions: prose(8000) }),
  ),
});

/** What came of one item. UNABLE must say what was tried. */
export const replyItem = z.strictObject({
  item: z.string(),
  outcome: z.enum(['done', 'partly', 'unable', 'not-in-power']),
  text: prose(20_000).default(''),
  /** At least two attempts when `unable` (default rule, 默认值,待核). */
  attempts: z
    .array(z.strictObject({ on: dateField, text: line(500).min(1) }))
    .max(50)
    .default([]),
  evidence: z
    .array(z.strictObject({ name: line(200).min(1), original: z.boolean(), pages: z.int().min(0).max(100_000) }))
    .max(200)
    .default([]),
});

/** A reply letter (回函, 协查回函). domain.md 3.4.4. */
export const replyLetter = z.strictObject({
  /** False for a part of the answer that is sent ahead; only a final reply answers the request. */
  final: z.boolean().default(true),
  items: z.array(replyItem).min(1).max(100),
  course: prose(20_000).default(''),
  needsMore: prose(4000).default(''),
  /** The part of our office that did the work (承办部门). */
  department: line(100).default(''),
  handlers: z.array(handlerField).max(4).default([]),
  files: z.array(letterFile).max(mostEnclosures).default([]),
});

/** What stands around a letter's text: who writes to whom, the number, who signed it and when. Null until signed. */
export const letterHead = z.strictObject({
  from: z.strictObject({
    office: z.string(),
    name: z.string(),
    region: z.string(),
    regionName: z.string(),
    address: z.string(),
    postcode: z.string(),
    phone: z.string(),
    uscc: z.string(),
  }),
  to: z.strictObject({ office: z.string(), name: z.string(), regionName: z.string() }),
  number: z.string().nullable(),
  signedBy: z.string().nullable(),
  signedOn: z.string().nullable(),
});

export type LetterHead = z.infer<typeof letterHead>;
export type LetterFile = z.infer<typeof letterFile>;
export type CommissionLetter = z.infer<typeof commissionLetter>;
export type ReplyLetter = z.infer<typeof replyLetter>;
export type LetterItem = z.infer<typeof letterItem>;
export type ReplyItem = z.infer<typeof replyItem>;
