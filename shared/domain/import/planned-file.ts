import type { UserId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { Claim } from '../dossier/claim.ts';
import type { DossierSide } from '../dossier/dossier.ts';
import type { ClockAct, StepSaid } from '../dossier/steps/step.ts';
import type { Party } from '../party/party.ts';
import type { DayBase } from './cell.ts';
import type { Columns } from './column-proposal.ts';
import type { NumberTemplates } from './numbers-borne.ts';
import type { SaidClock } from './read-acts.ts';

/** How a table is taken in: what its columns hold and what every line is of unless it says otherwise. */
export type ImportSetting = { readonly columns: Columns; readonly side: DossierSide };

/** What lines are held against beside the law: the office that takes them in. */
export type ImportOffice = {
  readonly side: 'arbitration' | 'inspection' | 'both';
  readonly region: string;
  /** Ids of the rules in force. */
  readonly rules: readonly string[];
  /** People who may be put in charge. */
  readonly people: readonly { readonly id: UserId; readonly name: string }[];
  /** How the office writes its own numbers. */
  readonly templates: NumberTemplates;
  /** The latest day anything may be said to have happened on. */
  readonly today: LocalDate;
  readonly base: DayBase;
};

type Act =
  | { readonly kind: 'accept'; readonly on: LocalDate; readonly clocks: readonly ClockAct[] }
  | { readonly kind: 'step'; readonly step: StepSaid; readonly clocks: readonly ClockAct[] }
  | { readonly kind: 'clock'; readonly on: LocalDate; readonly rule: string; readonly event: SaidClock };

/** Something that happened to a file after its receipt, with the clock events it writes and where its table says so. */
export type PlannedAct = Act & { readonly line: number; readonly field: string };

/** A file as its lines say it, checked and fit to be written. */
export type PlannedFile = {
  /** Number of its first line, by which it is known within its table. */
  readonly line: number;
  readonly lines: number;
  readonly side: DossierSide;
  /** Numbers as written; '' for none. A file without any is given a window number. */
  readonly windowNo: string;
  readonly caseNo: string;
  readonly receivedOn: LocalDate;
  readonly clocks: readonly ClockAct[];
  readonly channel: string;
  readonly handler: UserId | null;
  readonly cause: string;
  readonly summary: string;
  readonly parties: readonly Party[];
  readonly claims: readonly Claim[];
  readonly acts: readonly PlannedAct[];
};
