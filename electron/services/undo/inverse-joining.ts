import type { Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { joiningStruck } from '../dossier/join-dossiers.ts';
import type { Fact } from '../journal/fact.ts';
import { readText } from '../read-fields.ts';
import { type Undone, undoneReason } from './undone.ts';

/** The fact that strikes a joining, or its parting; refused when the files were joined elsewhere since. */
export function joiningBack({ db, dossier, act, on }: Undone): Result<Fact, Failure> {
  const { kind, facts } = act.header;
  const of =
    kind === 'dossier.joined'
      ? ({ dossier, joining: act.entry, what: 'joining' } as const)
      : ({ dossier, joining: readText(facts, 'joining'), what: 'parting' } as const);
  return joiningStruck(db, of, { on, reason: undoneReason });
}
