/**
 * Why a call was not carried out. Closed: a screen can have a text for every one.
 * - unknown-call, bad-input, too-large: the caller's mistake; nothing was done.
 * - locked: the data is not open yet. not-found: the thing is not here.
 * - refused: a rule forbids it now. conflict: something changed meanwhile.
 * - storage: the disk or the file refuses. damaged: bytes failed their check.
 * - internal: a bug; nothing was written.
 */
export const failureKinds = [
  'unknown-call',
  'bad-input',
  'too-large',
  'locked',
  'not-found',
  'refused',
  'conflict',
  'storage',
  'damaged',
  'internal',
] as const;

/** One of `failureKinds`. */
export type FailureKind = (typeof failureKinds)[number];

/** Values a failure text may name: numbers, dates and codes, never personal data. */
export type FailureFacts = Readonly<Record<string, string | number>>;

/** A field as it crosses the contract: a text, a number, or nothing. */
export type StoredValue = string | number | null;

/**
 * What became of something after the form over it was opened. Holds what a screen may show of it, personal data
 * included and numbers of people masked: for the person at the screen alone, never for a log.
 */
export type Conflict = {
  /** The base to name when the same is tried again. */
  readonly revision: number;
  /** The fields this call and somebody else both changed, each to something else. */
  readonly fields: readonly string[];
  /** Everything that was changed meanwhile, as it is stored now. */
  readonly stored: Readonly<Record<string, StoredValue>>;
  /** Who changed it last, and when: 'YYYY-MM-DDTHH:MM' of Asia/Shanghai. */
  readonly by: string;
  readonly at: string;
};

/**
 * `code` chooses the text in the language files (namespace `failure`), for example 'dossier.accept-before-receipt';
 * `field` names the input it is about, as a dotted path.
 */
export type Failure = {
  readonly kind: FailureKind;
  readonly code: string;
  readonly field?: string;
  readonly facts?: FailureFacts;
  /** With kind 'conflict', where it can be told what is stored now. */
  readonly conflict?: Conflict;
};

/** The answer to every call, also to a nonsensical one. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** A refusal by a rule, with the code of its text. */
export function refused(code: string, facts?: FailureFacts): Failure {
  return facts ? { kind: 'refused', code, facts } : { kind: 'refused', code };
}

/** The named thing does not exist here. */
export function notFound(what: string): Failure {
  return { kind: 'not-found', code: `not-found.${what}` };
}
