/** Something to look at that never stops an act; `code` chooses the text, `field` names the input it is about. */
export type Warning = {
  readonly code: string;
  readonly field?: string;
  readonly facts?: Readonly<Record<string, string | number>>;
};

/** The same warnings, said about one field. */
export function about(field: string, warnings: readonly Warning[]): readonly Warning[] {
  return warnings.map((warning) => ({ ...warning, field }));
}
