import type { ReadDb } from '#electron/store/db.ts';
import { type AboutRow, aboutAfter } from '#electron/store/tables/about.ts';
import { findEntry } from '#electron/store/tables/entries.ts';
import type { DossierId } from '#shared/base/ids.ts';
import type { Fact } from '../journal/fact.ts';
import { readText } from '../read-fields.ts';
import type { Undone } from './undone.ts';

/** A tie as it was written: what `other` is to `dossier`. */
type Tie = { readonly dossier: string; readonly other: string; readonly link: string };

/** The ties between the two files of an act, in either direction, as they stood before it. */
function tiesBefore(db: ReadDb, dossier: DossierId, act: AboutRow): readonly Tie[] {
  const pair = (facts: Parameters<typeof readText>[0]): string =>
    [readText(facts, 'dossier'), readText(facts, 'other')].toSorted((a, b) => (a < b ? -1 : 1)).join(' ');
  let ties: readonly Tie[] = [];
  for (const id of aboutAfter(db, dossier, 0)) {
    if (id === act.entry) break;
    const { kind = '', facts = {} } = findEntry(db, id)?.parsed ?? {};
    if (!kind.startsWith('dossier.') || pair(facts) !== pair(act.header.facts)) continue;
    if (kind === 'dossier.unlinked') ties = [];
    const tie = { dossier: readText(facts, 'dossier'), other: readText(facts, 'other'), link: readText(facts, 'link') };
    if (kind === 'dossier.linked') ties = [...ties, tie];
  }
  return ties;
}

/** The facts that tie two files as they were tied before an act; the act may be one of the other file. */
export function linksBack({ db, dossier, act, on }: Undone): readonly Fact[] {
  const { facts } = act.header;
  const pair = { dossier: readText(facts, 'dossier'), other: readText(facts, 'other') };
  const apart: readonly Fact[] =
    act.header.kind === 'dossier.linked' ? [{ kind: 'dossier.unlinked', on, facts: pair }] : [];
  return [...apart, ...tiesBefore(db, dossier, act).map((tie): Fact => ({ kind: 'dossier.linked', on, facts: tie }))];
}
