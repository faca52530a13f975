import type { ReadDb } from '#electron/store/db.ts';
import { type AboutRow, aboutPage } from '#electron/store/tables/about.ts';
import type { DossierId, UserId } from '#shared/base/ids.ts';
import { goesOnAfterClosing } from '#shared/domain/dossier/steps/step-clocks.ts';
import type { EntryHeader } from '#shared/protocol/entry.ts';
import { readText, readTextOrNull, readTexts } from '../read-fields.ts';

const pageRows = 50;
/** Acts that only begin a file have nothing before them to go back to. */
const beginnings: ReadonlySet<string> = new Set(['dossier.received', 'dossier.imported']);

/**
 * Whether an entry stands in a file's history without being an edit of it: that somebody looked or printed, that days
 * were counted anew, and what happened to a request or a letter, which is put right at the request itself.
 */
function isNoEdit({ chain, kind }: EntryHeader): boolean {
  return chain.startsWith('request/') || /^(audit\.|paper\.|deadline\.recomputed$)/.test(kind);
}

/**
 * The newest act on a file that was neither taken back nor takes one back, so that going back several times goes back
 * several acts. What is no edit of the file is passed over; a step of the law is not. Undefined when only the beginning of
 * the file is left.
 */
export function lastActOn(db: ReadDb, dossier: DossierId): AboutRow | undefined {
  const takenBack = new Set<string>();
  for (let offset = 0; ; offset += pageRows) {
    const rows = aboutPage(db, dossier, offset, pageRows);
    for (const row of rows) {
      if (isNoEdit(row.header)) continue;
      const undoes = readTextOrNull(row.header.facts, 'undoes');
      if (undoes !== null) takenBack.add(undoes);
      else if (!takenBack.has(row.entry)) return beginnings.has(row.header.kind) ? undefined : row;
    }
    if (rows.length < pageRows) return undefined;
  }
}

/** Kinds of acts that can be taken back by an act of the same file. */
const reversible: ReadonlySet<string> = new Set([
  ...['dossier.amended', 'party.added', 'party.amended', 'party.removed', 'claim.added', 'claim.amended'],
  ...['claim.removed', 'note.added', 'file.attached', 'file.amended', 'file.ordered', 'file.removed'],
  ...['parties.added', 'clock.recorded', 'clock.withdrawn', 'dossier.linked', 'dossier.unlinked'],
  ...['dossier.joined', 'dossier.parted', 'dossier.joining-struck', 'dossier.separated'],
  ...['agent.named', 'agent.ended', 'agent.resumed', 'collective.marked', 'collective.represented'],
]);

/** Why an act cannot be taken back by this person on this file, as the code of a refusal; null when it can. */
export function whyNotUndone({ header }: AboutRow, dossier: DossierId, me: UserId): string | null {
  // A step is put right by another correction, or recorded again.
  if (header.kind === 'dossier.step-corrected') {
    return readTexts(header.facts, 'struck').length > 0 ? 'undo.step-struck' : 'undo.step-moved';
  }
  if (!reversible.has(header.kind)) return 'undo.not-this-kind';
  // The parties return to the file they left; the new one would leave under the hands of whoever stands on it.
  const there = header.kind === 'dossier.separated' && readText(header.facts, 'dossier') !== dossier;
  if (there) return 'separation.undo-there';
  return header.actor === me ? null : 'undo.not-yours';
}

/** Kinds of acts that may be recorded of a closed file: what is written beside it, its documents, its ties to others. */
const afterClosing: ReadonlySet<string> = new Set([
  ...['note.added', 'file.attached', 'file.amended', 'file.ordered', 'dossier.linked', 'dossier.unlinked'],
  ...['dossier.parted', 'dossier.joining-struck'],
]);

/**
 * Whether a closed file keeps what an act on it said. The closing is an act that nothing goes back behind, so the newest
 * act on a closed file came after it; one that is about a clock is of a limit that goes on.
 */
export function keptByClosing({ header: { kind, facts } }: AboutRow): boolean {
  if (afterClosing.has(kind)) return false;
  const about = kind === 'clock.recorded' || kind === 'clock.withdrawn';
  return !about || !goesOnAfterClosing(readText(facts, 'rule'));
}
