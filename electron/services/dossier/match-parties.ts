import type { ReadDb } from '#electron/store/db.ts';
import { claimsOf } from '#electron/store/tables/claims.ts';
import { countWithKey, dossiersWithKey, hasPartyKey } from '#electron/store/tables/party-keys.ts';
import { ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { MatchKind } from '#shared/domain/party/match-words.ts';
import type { Handler } from '../context.ts';
import { latestDay } from '../latest-day.ts';
import { dossierLines } from './dossier-rows.ts';
import { type PartyKey, partyKeysOf } from './party-keys.ts';

type Answer = CallOutput<'intake.match'>;
type Recognised = Answer['files'][number]['matched'][number];

/** Files looked at for one key, files shown, and how far the files of one party are counted. */
const most = { perKey: 100, shown: 6, counted: 1000 } as const;

/** A match of a person says more than one of a unit, which may be on hundreds of files. */
const weights: Readonly<Record<MatchKind, number>> = { id: 3, 'name-phone': 3, uscc: 1, 'unit-name': 1 };

/** The files each typed party stands on. A file a person stands on is also held against the keys of very many files. */
function recognise(db: ReadDb, keys: readonly (readonly PartyKey[])[]): ReadonlyMap<number, readonly Recognised[]> {
  const files = new Map<number, Recognised[]>();
  const note = (n: number, party: number, by: MatchKind): void => {
    const known = files.get(n) ?? [];
    // Keys come the surest first, so that the first one says by what a party was recognised.
    if (!known.some((one) => one.party === party)) files.set(n, [...known, { party, by }]);
  };
  const cut: { readonly party: number; readonly found: PartyKey }[] = [];
  const ofPersons = new Set<number>();
  for (const [party, own] of keys.entries()) {
    for (const found of own) {
      const newest = dossiersWithKey(db, found.key, most.perKey);
      if (newest.length === most.perKey) cut.push({ party, found });
      for (const n of newest) {
        note(n, party, found.by);
        if (weights[found.by] > 1) ofPersons.add(n);
      }
    }
  }
  for (const n of ofPersons) {
    for (const { party, found } of cut) if (hasPartyKey(db, found.key, n)) note(n, party, found.by);
  }
  return files;
}

const weightOf = (matched: readonly Recognised[]): number => matched.reduce((sum, { by }) => sum + weights[by], 0);

/**
 * The files on which the parties of a form stand already, those with most of them first. Nothing is stored, and no
 * number of a person is answered.
 */
export const matchParties: Handler<'intake.match'> = ({ open, moment }, { parties, claims }) => {
  const { db } = open.store;
  const keys = parties.map((party) => partyKeysOf(db, party));
  const files = [...recognise(db, keys)].sort(([a, one], [b, other]) => weightOf(other) - weightOf(one) || b - a);
  const shown = new Map(files.slice(0, most.shown));
  const wanted = new Set(claims);
  const lines = [...shown].flatMap(([n, matched]) => {
    const [line] = dossierLines(db, [n], latestDay(db, moment));
    if (line === undefined) return [];
    const { id, side, status, windowNo, caseNo, title, cause, handler, receivedOn } = line;
    // Ids of stored files are ids of files.
    const codes = claimsOf(db, id as Parameters<typeof claimsOf>[1]).map(({ code }) => code);
    return [
      {
        ...{ dossier: id, number: caseNo ?? windowNo, side, status, title, cause, handler, receivedOn },
        ...{ matched: [...matched], claims: [...new Set(codes)].filter((code) => wanted.has(code)) },
      },
    ];
  });
  const counts = keys.map((own) => Math.max(0, ...own.map(({ key }) => countWithKey(db, key, most.counted))));
  return ok({ files: lines, counts });
};
