import { z } from 'zod';
import type { Confidence } from '#shared/domain/deadline/rule.ts';
import { command, query } from './call.ts';
import { dueBrief } from './due.ts';
import { dateField, done, dossierIdField, line, officeIdField, pageInput, prose, requestIdField } from './fields.ts';
import {
  begunLetter,
  commissionLetter,
  handlerField,
  letterFile,
  letterHead,
  mostEnclosures,
  replyLetter,
  requestKind,
} from './letter.ts';
import { requestRow, requestView } from './request-view.ts';

const of = { request: requestIdField };
const on = dateField;
const text = prose(8000);
/**
 * Hash of the unsent text the form was opened on; null when there was none. When another text waits by then, nothing is
 * written: the conflict's `stored.base` is that text's hash, to be named by a person who replaces it knowingly.
 */
const base = z.string().max(64).nullable().default(null);
const files = z.array(letterFile).max(mostEnclosures).default([]);
const act = <S extends z.ZodRawShape>(shape: S) =>
  command({
    input: z.strictObject({ ...of, ...shape }),
    output: done,
    topics: ['request', 'dossier', 'deadline', 'sync', 'draft'],
  });

export const requestCalls = {
  'request.list': query({
    input: z.strictObject({
      ...pageInput,
      direction: z.enum(['all', 'out', 'in']).default('all'),
      actor: z.enum(['all', 'us', 'them', 'nobody']).default('all'),
      text: line(100).default(''),
      dossier: dossierIdField.optional(),
    }),
    output: z.strictObject({
      total: z.int(),
      rows: z.array(requestRow),
      counts: z.strictObject({ us: z.int(), them: z.int(), nobody: z.int() }),
    }),
    topics: ['request', 'sync', 'deadline'],
  }),
  'request.get': query({
    input: z.strictObject({ ...of }),
    output: requestView,
    // What may be done depends on who sits at the desk.
    topics: ['request', 'sync', 'file', 'deadline', 'people'],
  }),
  /** A letter prefilled from the dossier: case, parties, two handlers, legal basis, default dates. Nothing is stored. */
  'request.prefill': query({
    input: z.strictObject({ dossier: dossierIdField, kind: requestKind, partner: officeIdField.optional() }),
    output: z.strictObject({
      letter: begunLetter,
      /** Lines of legal basis of this kind to choose from; the letter begins with those that bind everybody. */
      basis: z.array(z.strictObject({ zh: z.string(), en: z.string(), confidence: z.custom<Confidence>() })),
      /** Why the asked date is that day, and whether our own limit ends before it. */
      due: dueBrief.nullable(),
      warnings: z.array(z.string()),
    }),
    topics: ['dossier'],
  }),
  /** Exactly what the partner will see: the very content that will be sealed, and its size in bytes. */
  'request.preview': query({
    input: z.strictObject({ dossier: dossierIdField, partner: officeIdField, letter: commissionLetter }),
    output: z.strictObject({
      letter: commissionLetter,
      head: letterHead,
      from: z.string(),
      to: z.string(),
      bytes: z.int(),
      warnings: z.array(z.string()),
    }),
    topics: [],
  }),
  /** 送审: the text becomes a fact and waits for examination. `request` is given when an earlier text is replaced. */
  'paper.submit': command({
    input: z.strictObject({
      request: requestIdField.optional(),
      dossier: dossierIdField,
      partner: officeIdField,
      letter: commissionLetter,
      base,
    }),
    output: done,
    topics: ['request', 'dossier', 'draft'],
  }),
  /** 送审 of a reply. */
  'paper.submitReply': command({
    input: z.strictObject({ ...of, reply: replyLetter, base }),
    output: done,
    topics: ['request', 'draft'],
  }),
  /** 审核. Not by the drafter. */
  'paper.review': act({ hash: z.string(), verdict: z.enum(['pass', 'back']), note: text.default('') }),
  /** 签发: gives the letter its number. Neither by the drafter nor by the examiner. */
  'paper.sign': act({ hash: z.string(), verdict: z.enum(['pass', 'back']), note: text.default('') }),
  /** 用印: with the scan of the sealed letter where the office requires it. */
  'paper.seal': act({ hash: z.string(), scan: letterFile.nullable().default(null) }),
  /** Writes the signed text into the request's chain; it leaves with the next exchange or stick. */
  'paper.send': act({ hash: z.string() }),

  'request.supplement': act({
    on,
    text,
    answers: z
      .array(z.strictObject({ defect: z.string(), text: prose(4000) }))
      .max(50)
      .default([]),
    files,
  }),
  'request.withdraw': act({ on, reason: text.min(1) }),
  'request.answerExtension': act({
    extension: z.string(),
    agree: z.boolean(),
    date: dateField.nullable().default(null),
    text: text.default(''),
  }),
  'request.object': act({ on, text: text.min(1), items: z.array(z.string()).max(100).default([]) }),
  'request.close': act({ on, text: text.default('') }),
  'request.urge': act({ on, text: text.default('') }),

  /** 收文登记: starts the executor's limit. */
  'request.register': act({ on }),
  'request.return': act({
    on,
    ground: line(60),
    defects: z.array(line(500).min(1)).min(1).max(50),
    text: text.default(''),
  }),
  /** 接受委托/同意协查: two handlers and the promised date. */
  'request.accept': act({
    on,
    handlers: z.array(handlerField).min(2).max(4),
    promised: dateField,
    text: text.default(''),
  }),
  'request.refuse': act({ on, ground: line(60), text: text.min(1) }),
  'request.assign': act({ on, handlers: z.array(handlerField).min(2).max(4), text: text.default('') }),
  'request.progress': act({ on, text: text.min(1), files }),
  /** 函告: the promised date moves at once, the agreed date only on the requester's yes. */
  'request.extend': act({ on, until: dateField, reason: text.min(1) }),
  'request.suspend': act({ on, reason: text.min(1) }),
  'request.resume': act({ on, text: text.default('') }),
  'request.correct': act({ on, text: text.min(1), files }),
  'request.stopReport': act({ on, text: text.min(1) }),

  /** Both sides: papers sent out or come back. */
  'request.originals': act({
    on,
    move: z.enum(['out', 'back']),
    /** Which of those that are out came back; empty for all. */
    ids: z.array(line(60)).max(50).default([]),
    carrierNo: line(60).default(''),
    text: text.default(''),
  }),
  'request.note': act({ text: text.min(1) }),
  /** Says to the partner that a person has read what arrived (已阅); repeated calls change nothing. */
  'request.opened': act({}),
} as const;
