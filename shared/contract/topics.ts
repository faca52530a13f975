/** What a screen may be showing. A change names the topics it touched; the screens showing them ask again. */
export const topics = [
  'session',
  'office',
  'people',
  'dossier',
  'deadline',
  'request',
  'partner',
  'sync',
  'draft',
  'employer',
  'file',
  'audit',
  'work',
  'import',
  'workplace',
] as const;

/** One of `topics`. */
export type Topic = (typeof topics)[number];

/** Announced after commit. Carries no data, so a lost announcement means a stale screen and never a wrong one. */
export type Change = { readonly topics: readonly Topic[]; readonly revision: number };
