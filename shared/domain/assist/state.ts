import type { DeviceId, EntryId, OfficeId, UserId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { EventHead, Outcome, Side } from './event.ts';
import type { Phase } from './phase.ts';

/** What the opening entry fixes. */
export type Opening = {
  readonly id: EntryId;
  readonly on: string;
  readonly requester: OfficeId;
  readonly executor: OfficeId | null;
  /** Request kind code, for example 'ARB_INVESTIGATE'. */
  readonly kind: string;
  readonly urgency: 'normal' | 'urgent' | 'critical';
  /** Letter number (文号), null when the letter bears none. */
  readonly number: string | null;
  /** Device that opens the executor's chain, of the card version `card` (hash). */
  readonly intake: DeviceId | null;
  readonly card: string | null;
};

/** What came of one item asked for. 'unable' is a valid reply; its body says what was tried. */
export type ItemOutcome = 'done' | 'partly' | 'unable' | 'refused' | 'not-in-power';

/** One item asked for; the texts are in the body of the entry `from`. */
export type RequestItem = {
  readonly id: string;
  readonly kind: string;
  readonly from: EntryId;
  readonly outcome: ItemOutcome | null;
  readonly answeredBy: EntryId | null;
};

/** A defect named in a return (退回补正); its text is in the body of the return. */
export type Defect = { readonly id: string; readonly answered: boolean };

/** An extension notice (延期函告). `until` is the promised date it sets; `asked` the agreed date it asks for. */
export type Extension = {
  readonly id: EntryId;
  readonly on: string;
  readonly until: LocalDate;
  readonly asked: LocalDate;
  readonly answer: 'open' | 'agreed' | 'declined' | 'superseded' | 'ended';
};

/** Inputs for the executor's limit, in order; the arithmetic of days is the deadline engine's. */
export type LimitEvent = {
  readonly type: 'START' | 'RESTART' | 'SUSPEND' | 'RESUME' | 'STOP';
  readonly on: LocalDate;
  readonly by: EntryId;
};

/** One line of the executor's order: what an entry of the executor's chain did. */
export type OrderLine = {
  readonly id: EntryId;
  readonly seq: number;
  readonly kind: string;
  readonly on: string;
  /** 'changed' the state, was 'noted' without changing it, or was 'ignored' because it does not fit. */
  readonly effect: 'changed' | 'noted' | 'ignored';
  readonly phaseAfter: Phase;
  /** `apply` only. */
  readonly command: { readonly id: EntryId; readonly kind: string; readonly seq: number } | null;
  /** `apply` only: the outcome that counts. */
  readonly outcome: Outcome | null;
  readonly reason: string | null;
};

/** A command of the requester the executor has not placed in order yet (待对方确认). */
export type PendingCommand = { readonly id: EntryId; readonly seq: number; readonly kind: string; readonly on: string };

/** Papers out and back. */
export type Original = {
  readonly id: string;
  readonly out: {
    readonly by: EntryId;
    readonly side: Side;
    readonly on: string;
    readonly carrierNo: string | null;
  } | null;
  readonly back: {
    readonly by: EntryId;
    readonly side: Side;
    readonly on: string;
    readonly carrierNo: string | null;
  } | null;
};

/** Something a person must look at. Never changes the state. */
export type ReviewItem = {
  readonly code: 'reopened' | 'corrected' | 'late-command' | 'void-command' | 'unanswered-items';
  readonly by: EntryId;
};

/** An entry that an honest, correct office would not have written; both offices compute the same list. */
export type Difference = {
  readonly code: 'does-not-fit' | 'malformed' | 'outcome-differs' | 'applied-twice' | 'no-command' | 'wrong-head';
  readonly by: EntryId;
  readonly side: Side;
  readonly kind: string;
};

/** Where a chain's fold stopped because this version cannot read on. Nothing is lost: an update folds on from here. */
export type Stop = { readonly id: EntryId; readonly seq: number; readonly kind: string; readonly kv: number };

/** A result entry with what it says per item. */
export type ResultLine = {
  readonly id: EntryId;
  readonly on: string;
  readonly final: boolean;
  readonly items: readonly { readonly id: string; readonly outcome: ItemOutcome }[];
};

/** The writing device of one side. */
export type Pen = { readonly device: DeviceId; readonly number: number };

/**
 * Everything a screen or a service needs to know of a request, folded from both chains. Both offices holding the same
 * entries have exactly the same state.
 */
export type RequestState = {
  readonly phase: Phase;
  readonly whoMustAct: Side | 'nobody';
  readonly opening: Opening | null;
  readonly items: readonly RequestItem[];
  /** Documents out for service by id, for kinds that serve papers. */
  readonly papers: readonly string[];
  /** Date the executor's device stored the opening entry, as the registration says. */
  readonly storedOn: LocalDate | null;
  readonly registeredOn: LocalDate | null;
  /** The executor's own number of the letter (收文编号). */
  readonly registerNo: string | null;
  /** Opaque ids of the executor's handlers; names are in the body of `handlersBy`. */
  readonly handlers: readonly UserId[];
  readonly handlersBy: EntryId | null;
  /** The date asked for in the letter until the requester's yes changes it. */
  readonly agreed: LocalDate | null;
  /** The executor's own date. */
  readonly promised: LocalDate | null;
  readonly returned: { readonly by: EntryId; readonly ground: string; readonly defects: readonly Defect[] } | null;
  readonly refused: { readonly by: EntryId; readonly ground: string; readonly on: string } | null;
  readonly extensions: readonly Extension[];
  readonly results: readonly ResultLine[];
  /** The final result that answered the request and has not been objected to. */
  readonly final: EntryId | null;
  readonly suspended: boolean;
  readonly limit: readonly LimitEvent[];
  readonly order: readonly OrderLine[];
  readonly pending: readonly PendingCommand[];
  readonly originals: readonly Original[];
  readonly closed: { readonly by: EntryId; readonly on: string; readonly head: EventHead } | null;
  readonly review: readonly ReviewItem[];
  readonly differences: readonly Difference[];
  readonly stopped: { readonly r: Stop | null; readonly e: Stop | null };
  readonly heads: { readonly r: EventHead | null; readonly e: EventHead | null };
  /** How far each side's own entries prove that it holds the other's: r = the requester's entries the executor has seen. */
  readonly covered: { readonly r: number; readonly e: number };
  /** How far a person on the other side has opened each side's entries (已阅), with the date. */
  readonly opened: {
    readonly r: { readonly upTo: number; readonly on: string } | null;
    readonly e: { readonly upTo: number; readonly on: string } | null;
  };
  readonly pens: { readonly r: Pen | null; readonly e: Pen | null };
  /** The newest recording of each side: when it happened and its clock stamp. */
  readonly last: {
    readonly r: { readonly on: string; readonly at: string } | null;
    readonly e: { readonly on: string; readonly at: string } | null;
  };
};
