import type { Bilingual, Confidence } from '../deadline/rule.ts';

/** Why a case is a collective one: ten workers or more with claims in common, or a dispute over a collective contract. */
export const collectiveKinds = ['workers', 'contract'] as const;

/** One of `collectiveKinds`. */
export type CollectiveKind = (typeof collectiveKinds)[number];

/** Where what is said here of collective cases stands. */
export const collectiveBasis: { readonly basis: Bilingual; readonly confidence: Confidence } = {
  basis: {
    zh: '调解仲裁法第7条、办案规则第62至67条',
    en: 'Mediation and Arbitration Law art. 7; Arbitration Rules arts. 62 to 67',
  },
  confidence: 'default',
};

/** Workers of one side who make a case a collective one (调解仲裁法7). */
export const leastWorkers = 10;
/** How many represent them (浙江40; elsewhere a default to be checked). */
export const representatives = { least: 3, most: 5 } as const;

/** A party as it is looked at here. */
type Member = { readonly id: string; readonly role: string; readonly type: string };

/** What a person recorded of a collective case. */
export type Collective = { readonly kind: CollectiveKind; readonly representatives: readonly string[] };

/** Something to look at in a collective case; none of it stops anything. */
export type CollectiveNote = {
  readonly code:
    | 'could-be'
    | 'few-workers'
    | 'not-represented'
    | 'few-representatives'
    | 'many-representatives'
    | 'representative-left'
    | 'panel-of-three';
  readonly n: number;
};

const isWorker = ({ role, type }: Member): boolean => role === 'applicant' && type === 'person';

/** Who may represent: the workers who apply. */
export function mayRepresent(parties: readonly Member[]): readonly string[] {
  return parties.filter(isWorker).map(({ id }) => id);
}

/**
 * What to look at: a case of ten workers that is not marked, or in a marked one too few workers, no or not three to five
 * representatives where workers apply, one who has left, and that the panel has three members (办案规则62至67).
 */
export function collectiveNotes(
  parties: readonly Member[],
  said: Collective | null,
  panelFormed: boolean,
): readonly CollectiveNote[] {
  const workers = parties.filter(isWorker).length;
  if (said === null) return workers >= leastWorkers ? [{ code: 'could-be', n: workers }] : [];
  const chosen = said.representatives;
  const left = chosen.filter((id) => !parties.some((party) => party.id === id)).length;
  const notes: readonly (readonly [CollectiveNote['code'], boolean, number])[] = [
    ['few-workers', said.kind === 'workers' && workers < leastWorkers, workers],
    // A union or an employer that applies over a collective contract elects nobody.
    ['not-represented', chosen.length === 0 && workers > 0, 0],
    ['few-representatives', chosen.length > 0 && chosen.length < representatives.least, chosen.length],
    ['many-representatives', chosen.length > representatives.most, chosen.length],
    ['representative-left', left > 0, left],
    ['panel-of-three', !panelFormed, 3],
  ];
  return notes.flatMap(([code, when, n]) => (when ? [{ code, n }] : []));
}
