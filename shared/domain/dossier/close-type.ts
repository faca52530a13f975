import type { Bilingual, Confidence } from '../deadline/rule.ts';
import { closeTypes } from './data/close-types.ts';
import type { DossierSide, DossierStatus } from './dossier.ts';

/** A way in which a dossier ends. */
export type CloseType = {
  /** Stable code, 'arb.' or 'lsi.' first. */
  readonly code: string;
  readonly side: DossierSide;
  /** Where the dossier may stand when it ends this way. */
  readonly from: readonly Exclude<DossierStatus, 'closed'>[];
  readonly name: Bilingual;
  readonly basis: Bilingual;
  readonly confidence: Confidence;
  /** The paper that is made, when there is one. */
  readonly paper: Bilingual | null;
};

/** The close type with this code. */
export function closeTypeOf(code: string): CloseType | undefined {
  return closeTypes.find((type) => type.code === code);
}

/** The ways in which a dossier may end as it stands. */
export function closeTypesFor({
  side,
  status,
}: {
  readonly side: DossierSide;
  readonly status: DossierStatus;
}): readonly CloseType[] {
  return closeTypes.filter((type) => type.side === side && type.from.some((from) => from === status));
}
