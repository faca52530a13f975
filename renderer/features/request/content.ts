/** What a body or the facts of an entry hold, as the contract hands them over: anything a partner may have written. */
export type Content = Readonly<Record<string, unknown>>;

/** A text of a body; empty when it is not one. */
export function textOf(content: Content | null | undefined, key: string): string {
  const value = content?.[key];
  return typeof value === 'string' ? value : '';
}

/** The objects of a list in a body; whatever is none is left out. */
export function objectsOf(content: Content | null | undefined, key: string): readonly Content[] {
  const value = content?.[key];
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is Content => typeof one === 'object' && one !== null && !Array.isArray(one));
}
