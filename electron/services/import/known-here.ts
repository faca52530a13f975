import type { ReadDb } from '#electron/store/db.ts';
import { dossiersWithKey, hasPartyKey } from '#electron/store/tables/party-keys.ts';
import type { PlannedFile } from '#shared/domain/import/planned-file.ts';
import { partyKeysOf } from '../dossier/party-keys.ts';

/** Files looked at for one person. */
const most = 50;

/** Whether a person of a planned file stands on a file here against the same employer. */
export function knownHere(db: ReadDb, { parties }: Pick<PlannedFile, 'parties'>): boolean {
  const keysOf = (type: string): readonly number[] =>
    parties.filter((party) => party.type === type).flatMap((party) => partyKeysOf(db, party).map(({ key }) => key));
  const persons = keysOf('person');
  if (persons.length === 0) return false;
  const units = keysOf('unit');
  const files = new Set(persons.flatMap((key) => dossiersWithKey(db, key, most)));
  return [...files].some((n) => units.length === 0 || units.some((key) => hasPartyKey(db, key, n)));
}
