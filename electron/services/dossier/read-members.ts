import type { ClaimRow } from '#electron/store/tables/claims.ts';
import type { PartyRow } from '#electron/store/tables/parties.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { type Fields, readNumber, readText, readTextOrNull } from '../read-fields.ts';

/** Where a member of a file stands: its row id, its file and its place. */
type Place = { readonly id: string; readonly dossier: DossierId; readonly position: number };

/** What is known of a member with the fields a fact changes put over it; fields the fact does not name stay. */
export function changedBy<R extends object>(known: R, said: R, fields: Fields): R {
  const named = Object.entries(said).filter(([field]) => fields !== undefined && Object.hasOwn(fields, field));
  return { ...known, ...Object.fromEntries(named) };
}

/** A party as it lies in a fact; empty texts when its body was erased. */
export function partyIn(fields: Fields, place: Place): PartyRow {
  const text = (key: string): string => readText(fields, key);
  return {
    ...place,
    ...{ role: text('role'), type: text('type'), name: text('name'), idKind: text('idKind'), idNo: text('idNo') },
    ...{ uscc: text('uscc'), legalRep: text('legalRep'), phone: text('phone'), address: text('address') },
  };
}

/** A claim or matter as it lies in a fact. */
export function claimIn(fields: Fields, place: Place): ClaimRow {
  return {
    ...place,
    ...{ code: readText(fields, 'code'), amountFen: readNumber(fields, 'amountFen') },
    ...{ from: readTextOrNull(fields, 'from'), to: readTextOrNull(fields, 'to'), basis: readText(fields, 'basis') },
    ...{ formula: readText(fields, 'formula'), inputs: readText(fields, 'inputs') },
    ...{ awardedFen: readNumber(fields, 'awardedFen'), finality: readText(fields, 'finality') },
    ...{ mediatedFen: readNumber(fields, 'mediatedFen'), payer: readText(fields, 'payer') },
  };
}
