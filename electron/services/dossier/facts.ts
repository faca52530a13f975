import type { GivenNumber } from '#electron/store/tables/number-series.ts';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { DossierId, EntryId, UserId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { ClockEvent } from '#shared/domain/deadline/clock-event.ts';
import type { LimitKey } from '#shared/domain/deadline/limit-key.ts';
import type { Claim } from '#shared/domain/dossier/claim.ts';
import type { ClockAct } from '#shared/domain/dossier/steps/step.ts';
import type { Party } from '#shared/domain/party/party.ts';
import type { Fact } from '../journal/fact.ts';

/** A party with the id of its row. */
export type NamedParty = Party & { readonly id: string };

/** A claim or matter with the id of its row. */
export type NamedClaim = Claim & { readonly id: string };

/** A number given to a file, in words and as its place in its series. */
export type NumberGiven = GivenNumber & { readonly text: string };

/** The facts of later acts that name what they replace. */
type Replacing = { readonly basedOn: EntryId | undefined };

const numberFacts = ({ text, series, year, seq, part }: NumberGiven): JsonObject => ({
  ...{ text, series, year, seq },
  ...(part === 0 ? {} : { part }),
});

const branchFact = (branch: string): JsonObject => (branch === '' ? {} : { branch });

/** Clock events as a fact holds them: kept in the fact itself, so that a replay never depends on later rules. */
export const clockFacts = (clocks: readonly ClockAct[]): { readonly clocks: readonly JsonObject[] } => ({
  clocks: clocks.map(({ rule, of = '', type, on, ground, amount }) => ({
    ...{ rule, ...(of === '' ? {} : { of }), type, on },
    ...(ground === undefined ? {} : { ground }),
    ...(amount === undefined ? {} : { amount }),
  })),
});
const replaces = ({ basedOn }: Partial<Replacing>): Pick<Fact, 'basedOn'> =>
  basedOn === undefined ? {} : { basedOn: [basedOn] };

/** 收件: what the window wrote down. */
export function dossierReceived(said: {
  readonly dossier: DossierId;
  readonly side: 'arb' | 'lsi';
  readonly on: string;
  readonly number: NumberGiven;
  /** Code of the branch it was received at; '' for the office itself. */
  readonly branch: string;
  readonly channel: string;
  readonly handler: UserId | null;
  readonly cause: string;
  readonly summary: string;
  readonly parties: readonly NamedParty[];
  readonly claims: readonly NamedClaim[];
  readonly clocks: readonly ClockAct[];
}): Fact {
  const { dossier, side, channel, handler, cause, summary, parties, claims, branch } = said;
  return {
    kind: 'dossier.received',
    on: said.on,
    facts: {
      ...{ dossier, side, channel, handler, number: numberFacts(said.number), ...clockFacts(said.clocks) },
      ...branchFact(branch),
    },
    content: { cause, summary, parties: parties.map((party) => ({ ...party })), claims: claims.map((c) => ({ ...c })) },
  };
}

/** 受理/立案: the file gets its case number and the limit of the case starts. */
export function dossierAccepted(said: {
  readonly dossier: DossierId;
  readonly on: LocalDate;
  readonly number: NumberGiven;
  /** Code of the branch that takes it on; '' for the office itself. */
  readonly branch: string;
  readonly handler: UserId | null;
  readonly approvedBy: string;
  /** The paper of the decision. */
  readonly paper: string;
  /** The limits inside the office are counted too. */
  readonly alsoLimits?: boolean;
  readonly clocks: readonly ClockAct[];
}): Fact {
  const { dossier, handler, approvedBy, paper, alsoLimits = false, branch } = said;
  return {
    kind: 'dossier.accepted',
    on: said.on,
    facts: {
      ...{ dossier, handler, number: numberFacts(said.number), ...clockFacts(said.clocks) },
      ...(alsoLimits ? { alsoLimits } : {}),
      ...branchFact(branch),
    },
    content: { approvedBy, paper },
  };
}

/** 结案, or the end of a file that was never accepted. */
export function dossierClosed(said: {
  readonly dossier: DossierId;
  readonly on: LocalDate;
  readonly type: string;
  /** An award in the absence of a party. */
  readonly absent?: boolean;
  /** Who decided, and on which paper. */
  readonly decidedBy: string;
  readonly paper: string;
  readonly note: string;
  readonly clocks: readonly ClockAct[];
}): Fact {
  const { dossier, type, absent = false, decidedBy, paper, note } = said;
  return {
    kind: 'dossier.closed',
    on: said.on,
    facts: { dossier, type, ...(absent ? { absent } : {}), ...clockFacts(said.clocks) },
    content: { decidedBy, paper, note },
  };
}

/** Descriptive fields of the file change; only those that are given. */
export function dossierAmended(
  said: Replacing & {
    readonly dossier: DossierId;
    readonly on: LocalDate;
    readonly handler?: UserId | null;
    readonly cause?: string;
    readonly summary?: string;
  },
): Fact {
  const { dossier, handler, cause, summary } = said;
  return {
    kind: 'dossier.amended',
    on: said.on,
    ...replaces(said),
    facts: { dossier, ...(handler === undefined ? {} : { handler }) },
    content: { ...(cause === undefined ? {} : { cause }), ...(summary === undefined ? {} : { summary }) },
  };
}

/** Something of a file that is added, changed and removed by id. */
type Member<T> = Partial<Replacing> & { readonly dossier: DossierId; readonly on: LocalDate; readonly item: T };

/** A member's id, and only those of its fields that change: the others stay what earlier facts say. */
type MemberChange<T> = Member<string> & { readonly change: Partial<T> };

/** A party joins the file. */
export function partyAdded({ dossier, on, item }: Member<NamedParty>): Fact {
  const { id, ...content } = item;
  return { kind: 'party.added', on, facts: { dossier, party: id }, content: { ...content } };
}

/** What is known of a party changes. */
export function partyChanged(said: MemberChange<Party>): Fact {
  const { dossier, on, item, change } = said;
  return { kind: 'party.amended', on, ...replaces(said), facts: { dossier, party: item }, content: { ...change } };
}

/** A claim or matter is added. */
export function claimAdded({ dossier, on, item }: Member<NamedClaim>): Fact {
  const { id, ...content } = item;
  return { kind: 'claim.added', on, facts: { dossier, claim: id }, content: { ...content } };
}

/** A claim or matter changes. */
export function claimChanged(said: MemberChange<Claim>): Fact {
  const { dossier, on, item, change } = said;
  return { kind: 'claim.amended', on, ...replaces(said), facts: { dossier, claim: item }, content: { ...change } };
}

/** A party, claim or document is taken off the file; what was known stays in its facts. */
export function memberRemoved(what: 'party' | 'claim' | 'file', said: Member<string>): Fact {
  return {
    kind: `${what}.removed`,
    on: said.on,
    ...replaces(said),
    facts: { dossier: said.dossier, [what]: said.item },
  };
}

/** A note on the file. */
export function noteAdded(on: LocalDate, dossier: DossierId, note: string, text: string): Fact {
  return { kind: 'note.added', on, facts: { dossier, note }, content: { text } };
}

/** A clock event a person decided; who decided it and on which paper lie in the body. */
export function clockRecorded(
  { dossier, rule, of }: { readonly dossier: DossierId } & LimitKey,
  event: ClockEvent,
  note: string,
): Fact {
  const { id, type, on, amount, ground, decidedBy = '', paper = '' } = event;
  return {
    kind: 'clock.recorded',
    on,
    facts: {
      ...{ dossier, rule, ...(of === '' ? {} : { of }), event: id, type },
      ...(amount === undefined ? {} : { amount }),
      ...(ground === undefined ? {} : { ground }),
    },
    content: { decidedBy, paper, note },
  };
}

/**
 * Clock events that never should have counted: `withdrawn` by id, all of one limit. `instead` is the one recorded in place
 * of the first, under a new id; the reason and who decided it lie in the body.
 */
export function clockWithdrawn(
  { dossier, rule, of }: { readonly dossier: DossierId } & LimitKey,
  said: {
    readonly on: LocalDate;
    readonly withdrawn: readonly string[];
    readonly instead: ClockEvent | null;
    readonly reason: string;
  },
): Fact {
  const { on, withdrawn, instead, reason } = said;
  const { decidedBy = '', paper = '' } = instead ?? {};
  return {
    kind: 'clock.withdrawn',
    on,
    facts: {
      ...{ dossier, rule, ...(of === '' ? {} : { of }), withdrawn: [...withdrawn] },
      ...(instead === null ? {} : { instead: eventFacts(instead) }),
    },
    content: { reason, ...(instead === null ? {} : { decidedBy, paper }) },
  };
}

const eventFacts = ({ id, type, on, amount, ground }: ClockEvent): JsonObject => ({
  ...{ event: id, type, on },
  ...(amount === undefined ? {} : { amount }),
  ...(ground === undefined ? {} : { ground }),
});
