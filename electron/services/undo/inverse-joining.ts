import type { LocalDate } from '#shared/base/local-date.ts';
import { err, type Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import { readBody } from '#shared/protocol/body.ts';
import { joiningParted, joiningStruck } from '../dossier/join-dossiers.ts';
import type { Fact } from '../journal/fact.ts';
import { readText } from '../read-fields.ts';
import { factsBefore, type Undone, undoneReason } from './undone.ts';

/** Files are heard apart again by the decision that was struck. */
function partedBack(undone: Undone, joining: string): Result<Fact, Failure> {
  const { db, dossier } = undone;
  const parted = factsBefore(undone, dossier).findLast(
    ({ parsed }) => parsed.kind === 'dossier.parted' && readText(parsed.facts, 'joining') === joining,
  );
  if (parted?.body === undefined) return err(refused('undo.erased'));
  const content = readBody(parted.body);
  const [ground, decidedBy] = [readText(content, 'ground'), readText(content, 'decidedBy')];
  const decision = { ground, decidedBy, paper: readText(content, 'paper') };
  // The days of stored facts were checked when they were written.
  const then = parted.parsed.on.slice(0, 10) as LocalDate;
  return joiningParted(db, { dossier, joining }, { on: then, decision, today: then });
}

/**
 * The fact that strikes a joining or its parting, or lets one that was struck count again; refused when the files were
 * joined elsewhere since.
 */
export function joiningBack(undone: Undone): Result<Fact, Failure> {
  const { db, dossier, act, on } = undone;
  const { kind, facts } = act.header;
  const said = { on, reason: undoneReason };
  if (kind === 'dossier.joined') return joiningStruck(db, { dossier, joining: act.entry, what: 'joining' }, said);
  const joining = readText(facts, 'joining');
  if (kind === 'dossier.parted') return joiningStruck(db, { dossier, joining, what: 'parting' }, said);
  if (readText(facts, 'what') === 'parting') return partedBack(undone, joining);
  return joiningStruck(db, { dossier, joining, what: 'striking' }, said);
}
