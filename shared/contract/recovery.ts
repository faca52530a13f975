import { z } from 'zod';
import { command, query } from './call.ts';
import { entryIdField, officeIdField, prose, requestIdField, revisionOnly } from './fields.ts';

/** What this office wrote and has to be written anew, or was written under a pen that was taken over since. */
export const orphanView = z.strictObject({
  id: entryIdField,
  request: requestIdField,
  /** Letter number of the request; '' while it bears none. */
  number: z.string(),
  title: z.string(),
  partner: z.string(),
  ours: z.boolean(),
  kind: z.string(),
  on: z.string(),
  recordedAt: z.string(),
  /** What it said in words; '' where nothing. */
  text: z.string(),
  /** What became of it; 'open' while a person still has to say. */
  state: z.enum(['open', 'reissued', 'not-needed']),
  /** Why it cannot simply be written anew; null when it can. */
  refusal: z.string().nullable(),
});

/** How far the exchange with one partner has come back. */
export const partnerRecovery = z.strictObject({
  office: officeIdField,
  name: z.string(),
  /**
   * - asked: it has not given everything back yet. answered: it has; a person's word is missing. done: nothing is asked.
   * - claimed: it says that it holds more of ours than is here, and is asked for it. proven: it showed it.
   * - refuted: it was asked and showed nothing, or a person set it aside; writing goes on.
   */
  state: z.enum(['asked', 'answered', 'done', 'claimed', 'proven', 'refuted']),
  /** Since when, 'YYYY-MM-DDTHH:MM'; null when nothing is asked. */
  since: z.string().nullable(),
  /** Requests with it that are not over. */
  requests: z.int(),
});

export const recoveryCalls = {
  /**
   * How this office comes back after its data was restored or an older copy was put in its place. 'restored': this is
   * another device than the one before and nobody has let it take the requests over; 'rolled-back': a partner showed
   * entries of this very device that are not here; 'waiting': partners still have to answer; 'whole': nothing is to be done.
   */
  'recovery.state': query({
    input: z.strictObject({}),
    output: z.strictObject({
      state: z.enum(['restored', 'rolled-back', 'waiting', 'whole']),
      partners: z.array(partnerRecovery),
      orphans: z.int(),
      /** Whether the person at the desk may say it (负责人). */
      may: z.boolean(),
    }),
    topics: ['sync', 'request', 'session'],
  }),
  /**
   * Lets this device take over the requests of the office with all partners: at once where a partner has answered, later
   * with the others. Where an older copy was put in place this device first becomes another one, for which the data is
   * closed and, without a keychain, has to be unlocked again. Refused: 'recovery.nothing', 'recovery.role'.
   */
  'recovery.takeOver': command({
    input: z.strictObject({}),
    output: revisionOnly,
    topics: ['sync', 'request', 'session', 'audit', 'deadline', 'dossier'],
  }),
  /** Sets a partner's unanswered claim aside with the reason; writing to it goes on. Refused: 'recovery.nothing', 'recovery.role'. */
  'recovery.setAside': command({
    input: z.strictObject({ office: officeIdField, reason: prose(500).min(1) }),
    output: revisionOnly,
    topics: ['sync', 'request', 'audit'],
  }),
  /** Entries beside the chains of requests that no chain goes on from any more, newest first, at most 200. */
  'recovery.orphans': query({
    input: z.strictObject({ request: requestIdField.nullable().default(null) }),
    output: z.strictObject({ orphans: z.array(orphanView) }),
    topics: ['request', 'sync'],
  }),
  /** Writes what an orphan of ours said anew: dated as it happened, recorded now. Refused where its kind no longer fits. */
  'recovery.reissue': command({
    input: z.strictObject({ id: entryIdField }),
    output: revisionOnly,
    topics: ['request', 'sync', 'deadline', 'dossier'],
  }),
  /** Says of an orphan of ours that it is not needed any more, with the reason. */
  'recovery.dismiss': command({
    input: z.strictObject({ id: entryIdField, reason: prose(500).min(1) }),
    output: revisionOnly,
    topics: ['request', 'sync', 'audit'],
  }),
} as const;
