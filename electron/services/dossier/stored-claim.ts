import type { ClaimRow } from '#electron/store/tables/claims.ts';
import { parseLocalDate } from '#shared/base/local-date.ts';
import type { Fen } from '#shared/base/money.ts';
import { type Claim, type Finality, finalities } from '#shared/domain/dossier/claim.ts';

/** What a stored code says about an award; one that is not known says nothing. */
export const finalityOf = (text: string): Finality => finalities.find((one) => one === text) ?? '';

/** A claim as it is stored, without its place. */
export function storedClaim({ id: _id, dossier: _dossier, position: _position, ...row }: ClaimRow): Claim {
  const date = (text: string | null) => parseLocalDate(text ?? '') ?? null;
  // Written by `readClaim`, whose amounts are fen.
  const fen = (amount: number | null) => amount as Fen | null;
  return {
    ...row,
    ...{ amountFen: fen(row.amountFen), awardedFen: fen(row.awardedFen), mediatedFen: fen(row.mediatedFen) },
    ...{ from: date(row.from), to: date(row.to), finality: finalityOf(row.finality) },
  };
}
