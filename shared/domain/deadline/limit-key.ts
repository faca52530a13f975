/** Which limit of a file: one rule may run several times in one file, for example the defence of each respondent. */
export type LimitKey = {
  /** Id of the rule, for example 'ARB.DEFENSE'. */
  readonly rule: string;
  /** What within the file it is about: the id of a party or hearing; '' for the file as a whole. */
  readonly of: string;
};

/** The key as one text: 'ARB.DEFENSE', or 'ARB.DEFENSE:p2' when it is about a part of the file. */
export function limitKeyText({ rule, of }: LimitKey): string {
  return of === '' ? rule : `${rule}:${of}`;
}

/** The key a text of `limitKeyText` stands for. Rule ids hold no colon. */
export function readLimitKey(text: string): LimitKey {
  const cut = text.indexOf(':');
  return cut < 0 ? { rule: text, of: '' } : { rule: text.slice(0, cut), of: text.slice(cut + 1) };
}

/** Whether a text may name a part of a file: letters, digits, '-', '.' and '_', at most 64 of them. */
export function isLimitPart(text: string): boolean {
  return /^[\w.-]{0,64}$/.test(text);
}
