/** 'certain': read in the official text; 'read': in a source that was read; 'default': an editable default, shown 默认值,待核. */
export type Confidence = 'certain' | 'read' | 'default';

/** A text in both languages. */
export type Label = { readonly zh: string; readonly en: string };

/** A code with its name. */
export type Coded = Label & { readonly code: string };

/** A line of legal basis offered for the letter. */
export type BasisLine = Label & { readonly confidence: Confidence };

/** A field of the letter: where it stands and whether the letter may leave without it. */
export type LetterField = Coded & { readonly required: boolean };

/** One kind of assist request as data: its letters, grounds and default limit. A further kind is a further file. */
export type RequestKind = {
  readonly code: string;
  readonly name: Label;
  /** 委托函 or 协查函, and the reply. */
  readonly letter: Label;
  readonly reply: Label;
  /** How the executor says yes: never 受理, which belongs to a case. */
  readonly acceptance: Label;
  /** The same as the act somebody is about to do. */
  readonly accept: Label;
  readonly executor: Label;
  /** Which kind of office writes it. */
  readonly office: 'arb' | 'lsi';
  readonly fields: readonly LetterField[];
  readonly itemKinds: readonly Coded[];
  readonly evidenceForms: readonly Coded[];
  readonly outcomes: readonly Coded[];
  /** Grounds to return for correction and grounds to refuse; each side's list is closed. */
  readonly returnGrounds: readonly Coded[];
  readonly refusalGrounds: readonly Coded[];
  /** Rule ids of the deadline engine, chosen by office pair and item kinds at run time. */
  readonly rules: {
    readonly register: string;
    readonly review: string;
    readonly mend: string;
    readonly answer: string;
    readonly urge: string;
  };
  /** The limit's own words: 办理期限(参照…), never 法定期限, unless a statute sets it for this act. */
  readonly limitName: Label;
  readonly basis: readonly BasisLine[];
  /** Least number of dated attempts an 'unable' must name. */
  readonly attemptsWhenUnable: number;
  /** Whether documents go out for service, which `replace` may exchange. */
  readonly servesPapers: boolean;
};
