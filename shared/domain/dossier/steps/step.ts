import type { LocalDate } from '#shared/base/local-date.ts';
import type { ClockEventType } from '../../deadline/clock-event.ts';
import type { Bilingual, Confidence } from '../../deadline/rule.ts';
import type { Decider } from '../deciders.ts';
import type { DossierSide } from '../dossier.ts';
import type { Aside, Stage } from './stages.ts';

/** When a clock event of a step is written at all. */
export type ClockCondition =
  /** Somebody waits for the decision on acceptance. */
  | 'awaits-decision'
  /** The person who accepts has the limits inside the office counted too. */
  | 'also-limits'
  /** With this step every respondent has been served. */
  | 'all-served'
  /** The award may be contested before the court by suit: it is not final, or the party served is no employer. */
  | 'may-sue'
  /** The award is final, wholly or in part, and the party served is a unit (调解仲裁法49). */
  | 'may-set-aside'
  /** The file was marked as a collective case. */
  | 'collective'
  /** The file was closed by an award: it is kept longer (办案规则24). */
  | 'closed-by-award'
  | 'closed-otherwise'
  /** A public notice to an employer in a collective dispute where the province has a time of its own (浙江条例41), or any other. */
  | 'notice-in-collective'
  | 'notice'
  /** The case is revoked because it was accepted in error (办案规则32). */
  | 'revoked';

/** A clock event a step writes. A rule the rules in force do not have is passed over. */
export type StepClock = {
  readonly rule: string;
  readonly type: ClockEventType;
  /** Id of `clockGrounds`; left out for SUSPEND: the ground that was given. */
  readonly ground?: string;
  /** The limit is about the party named, or the hearing last set, by its day; left out: about the file. */
  readonly of?: 'party' | 'hearing';
  /** Runs from the day named instead of the day of the step. */
  readonly from?: 'day';
  readonly when?: ClockCondition;
  /** Written in files of this province only. */
  readonly region?: string;
};

/** What a step asks for beside its date. */
export type StepInput =
  /** One of the grounds the rule of its SUSPEND knows. */
  | 'ground'
  /** By how much the limit is lengthened, in its unit. */
  | 'amount'
  /** A party of the file. */
  | 'party'
  /** Another day that matters: of the hearing. */
  | 'day';

/** A step of a file's life. */
export type StepDef = {
  /** Stable code, 'arb.' or 'lsi.' first. */
  readonly code: string;
  readonly side: DossierSide;
  readonly name: Bilingual;
  readonly basis: Bilingual;
  readonly confidence: Confidence;
  /** Where the file may stand. */
  readonly from: readonly Stage[];
  /** Of a closed file: only where it was closed in one of these ways, by code of the close types. */
  readonly closedBy?: readonly string[];
  /** Where it stands afterwards; left out: where it stood. 'left' is where it stood before what this step ends. */
  readonly to?: Stage | 'left';
  /** A file that already stands further on stays there: papers are served and panels formed side by side. */
  readonly forward?: true;
  readonly opens?: Aside;
  readonly ends?: Aside;
  /** What it opens may be open already: another party may ask for the same, and what ends it may be taken for each. */
  readonly repeats?: true;
  /** Code of a step that was taken before, on an earlier day or the same. */
  readonly after?: string;
  /** At most once in a file. */
  readonly once?: true;
  /** Rule of the time it should be taken in, which ends with another limit; see `overTime`. */
  readonly within?: string;
  /** Possible although the proceedings are suspended. */
  readonly whileSuspended?: true;
  readonly decider?: Decider;
  readonly paper?: { readonly name: Bilingual; readonly required: boolean };
  readonly asks?: readonly StepInput[];
  /** A party of the file may be named and need not be. */
  readonly mayName?: true;
  /** The party named is one of this type. */
  readonly partyIs?: 'unit';
  readonly clocks?: readonly StepClock[];
  /** 'case': stops every limit that runs but those that begin with the result, such as the time to sue; 'all': these too. */
  readonly stopsRunning?: 'case' | 'all';
  /** Rules that stop whatever they are about, for example the defence of every respondent. */
  readonly stopsRules?: readonly string[];
  /** A step of this province's law only. */
  readonly region?: string;
  /** A step of collective cases only. */
  readonly collective?: true;
};

/** A step as it was said: what a screen hands in and a fact keeps. */
export type StepSaid = {
  readonly code: string;
  readonly on: LocalDate;
  /** Closing only: one of the close types. */
  readonly type?: string;
  readonly ground?: string;
  readonly amount?: number;
  /** Id of a party. */
  readonly party?: string;
  readonly day?: LocalDate;
  readonly decidedBy?: string;
  readonly paper?: string;
  /** Acceptance only: the limits for serving copies and forming the panel are counted too. */
  readonly alsoLimits?: boolean;
  /** Closing by an award only: it was made in the absence of a party (缺席裁决). */
  readonly absent?: boolean;
  /** A recorded step only: whether the file was marked as a collective case when it was taken; left out: as it is now. */
  readonly collective?: boolean;
};

/** A recorded step, named by its fact. */
export type TakenStep = StepSaid & { readonly id: string };

/** A clock event as a step writes it. */
export type ClockAct = {
  readonly rule: string;
  /** What within the file the limit is about, such as the id of a party; absent or '' for the file as a whole. */
  readonly of?: string;
  readonly type: ClockEventType;
  readonly on: LocalDate;
  readonly ground?: string;
  readonly amount?: number;
};
