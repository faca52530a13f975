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
  /** First two digits of the province whose law has it; left out: every province. */
  readonly region?: string;
  /** The paper that is made, when there is one. */
  readonly paper: Bilingual | null;
};

/** The close type with this code. */
export function closeTypeOf(code: string): CloseType | undefined {
  return closeTypes.find((type) => type.code === code);
}

/** The ways in which a dossier may end as it stands; `region` is the code of the office's division. */
export function closeTypesFor(file: {
  readonly side: DossierSide;
  readonly status: DossierStatus;
  readonly region: string;
}): readonly CloseType[] {
  const { side, status } = file;
  return closeTypes.filter(
    (type) =>
      type.side === side &&
      type.from.some((from) => from === status) &&
      (type.region === undefined || type.region === file.region.slice(0, 2)),
  );
}
