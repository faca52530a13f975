import type { Json, JsonObject } from '#shared/base/canonical-json.ts';
import type { DeviceId, EntryId, OfficeId, RequestId, UserId } from '#shared/base/ids.ts';
import { type LocalDate, parseLocalDate } from '#shared/base/local-date.ts';
import type { EventHead, Outcome } from './event.ts';
import type { ItemOutcome } from './state.ts';

/** An item asked for, by its id in the letter. */
export type ItemFact = { readonly id: string; readonly kind: string };

/** A signed command as it stands inside an `apply`. */
export type EmbeddedCommand = { readonly header: string; readonly signature: string };

/**
 * The facts of every kind of entry in a request's two chains: codes, dates and ids only. Texts and names are in the body.
 * `number` is a letter number (文号, 收文编号).
 */
export type AssistFacts = {
  readonly request: {
    readonly kind: string;
    readonly to: OfficeId;
    readonly urgency: 'normal' | 'urgent' | 'critical';
    readonly items: readonly ItemFact[];
    /** The date asked for in the letter (要求完成日期). */
    readonly agreed: LocalDate;
    readonly number: string | null;
    /** Hash of the executor's card version, and its intake device, which opens the executor's chain. */
    readonly card: string;
    readonly intake: DeviceId;
    /** Ids of the documents to serve; empty for kinds that serve none. */
    readonly papers: readonly string[];
  };
  /** `answers` names the defects of the return it answers. */
  readonly supplement: { readonly answers: readonly string[]; readonly items: readonly ItemFact[] };
  readonly replace: { readonly paper: string };
  readonly withdraw: Readonly<Record<string, never>>;
  /** On a yes the agreed date becomes `date`, or what the extension asked for when it is null. */
  readonly 'answer-extension': {
    readonly extension: EntryId;
    readonly agree: boolean;
    readonly date: LocalDate | null;
  };
  /** The items objected to; empty means the reply as a whole. */
  readonly object: { readonly items: readonly string[] };
  /** Head of the executor's chain it closes. */
  readonly close: { readonly head: EventHead };
  readonly urge: Readonly<Record<string, never>>;
  /** How far a person has read the other side's chain. */
  readonly opened: { readonly upTo: EventHead };
  readonly note: Readonly<Record<string, never>>;
  /** `stored`: date the request was stored here, so that both offices compute the same limit. */
  readonly register: { readonly stored: LocalDate; readonly number: string | null };
  readonly return: { readonly ground: string; readonly defects: readonly string[] };
  /** Two handlers at least (取证不得少于两人). */
  readonly accept: { readonly handlers: readonly UserId[]; readonly promised: LocalDate };
  readonly refuse: { readonly ground: string };
  readonly assign: { readonly handlers: readonly UserId[] };
  readonly progress: Readonly<Record<string, never>>;
  /** `until` moves the promised date at once; `asked` becomes the agreed date on the requester's yes. */
  readonly extend: { readonly until: LocalDate; readonly asked: LocalDate };
  readonly forward: { readonly child: RequestId; readonly items: readonly string[] };
  readonly suspend: Readonly<Record<string, never>>;
  readonly resume: Readonly<Record<string, never>>;
  readonly result: {
    readonly final: boolean;
    readonly items: readonly { readonly id: string; readonly outcome: ItemOutcome }[];
    readonly number: string | null;
  };
  readonly correct: { readonly entry: EntryId };
  readonly 'stop-report': Readonly<Record<string, never>>;
  readonly originals: {
    readonly move: 'out' | 'back';
    readonly ids: readonly string[];
    readonly carrierNo: string | null;
  };
  /**
   * The pen handed on to `to`; or taken over by the very device that writes this, behind the entry `seq` and `head` (0 and
   * null for none), with the word of the office's root key for it.
   */
  readonly pen: {
    readonly to: DeviceId;
    readonly number: number;
    readonly seq?: number;
    readonly head?: EntryId | null;
    readonly proof?: string;
  };
  readonly apply: { readonly command: EmbeddedCommand; readonly outcome: Outcome; readonly reason: string | null };
};

/** Kinds of entries this version writes and folds in request chains. */
export type AssistKind = keyof AssistFacts;

type Check = (value: Json | undefined) => boolean;

const isText: Check = (value) => typeof value === 'string' && value.length > 0 && value.length <= 500;
const isDate: Check = (value) => typeof value === 'string' && parseLocalDate(value) !== undefined;
const isCount: Check = (value) => typeof value === 'number' && value >= 1;
const isFlag: Check = (value) => typeof value === 'boolean';
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const oneOf =
  (...codes: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && codes.includes(value);
const list =
  (check: Check, least = 0): Check =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.length <= 500 && value.every((item: Json) => check(item));

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const having =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) && Object.entries(fields).every(([key, check]) => check(value[key]));

const isHead = having({ seq: isCount, id: isText });
const isItem = having({ id: isText, kind: isText });
const handlers: Check = (value) =>
  list(isText, 2)(value) && Array.isArray(value) && new Set(value).size === value.length;
const nothing = having({});

const forms: { readonly [K in AssistKind]: Check } = {
  request: having({
    kind: isText,
    to: isText,
    urgency: oneOf('normal', 'urgent', 'critical'),
    items: list(isItem, 1),
    agreed: isDate,
    number: orNull(isText),
    card: isText,
    intake: isText,
    papers: list(isText),
  }),
  supplement: having({ answers: list(isText), items: list(isItem) }),
  replace: having({ paper: isText }),
  withdraw: nothing,
  'answer-extension': having({ extension: isText, agree: isFlag, date: orNull(isDate) }),
  object: having({ items: list(isText) }),
  close: having({ head: isHead }),
  urge: nothing,
  opened: having({ upTo: isHead }),
  note: nothing,
  register: having({ stored: isDate, number: orNull(isText) }),
  return: having({ ground: isText, defects: list(isText, 1) }),
  accept: having({ handlers, promised: isDate }),
  refuse: having({ ground: isText }),
  assign: having({ handlers }),
  progress: nothing,
  extend: having({ until: isDate, asked: isDate }),
  forward: having({ child: isText, items: list(isText, 1) }),
  suspend: nothing,
  resume: nothing,
  result: having({
    final: isFlag,
    items: list(having({ id: isText, outcome: oneOf('done', 'partly', 'unable', 'refused', 'not-in-power') })),
    number: orNull(isText),
  }),
  correct: having({ entry: isText }),
  'stop-report': nothing,
  originals: having({ move: oneOf('out', 'back'), ids: list(isText, 1), carrierNo: orNull(isText) }),
  pen: having({ to: isText, number: isCount, proof: (value) => value === undefined || isText(value) }),
  apply: having({
    command: having({ header: (value) => typeof value === 'string', signature: isText }),
    outcome: oneOf('ok', 'late', 'void'),
    reason: orNull(isText),
  }),
};

/** True for a kind this version knows. */
export function isAssistKind(kind: string): kind is AssistKind {
  return Object.hasOwn(forms, kind);
}

/** The facts of an entry as its kind says; undefined when they do not have the form. Unknown further fields are kept. */
export function readFacts<K extends AssistKind>(kind: K, facts: JsonObject): AssistFacts[K] | undefined {
  // The form of that very kind was checked on the line before; the compiler cannot follow a table of checks.
  return forms[kind](facts) ? (facts as unknown as AssistFacts[K]) : undefined;
}

/** Writes facts as JSON for an entry's header. */
export function writeFacts<K extends AssistKind>(_kind: K, facts: AssistFacts[K]): JsonObject {
  return facts as unknown as JsonObject;
}
