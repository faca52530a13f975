import type { ReadDb, WriteDb } from '#electron/store/db.ts';
import { isGiven } from '#electron/store/tables/given-numbers.ts';
import { type DossierId, timeOrderedId } from '#shared/base/ids.ts';
import type { Columns } from '#shared/domain/import/column-proposal.ts';
import type { Issue } from '#shared/domain/import/issue.ts';
import type { NumberTemplates } from '#shared/domain/import/numbers-borne.ts';
import type { PlannedAct, PlannedFile } from '#shared/domain/import/planned-file.ts';
import { columnOf } from '#shared/domain/import/read-row.ts';
import { clockRecorded, dossierAccepted, dossierReceived, type NumberGiven } from '../dossier/facts.ts';
import { newId } from '../dossier/read-input.ts';
import { dossierStepped } from '../dossier/step-facts.ts';
import { append, type Writing } from '../journal/append.ts';
import type { Fact } from '../journal/fact.ts';
import { branchOfFile, caseNumber, takenNumber, windowNumber } from './imported-number.ts';
import { ofImport } from './note-file.ts';
import { clockFault } from './planned-clocks.ts';

/** The number the office would give a file that has none, where a file here bears it: its template wrote it otherwise before. */
function takenNext(db: ReadDb, templates: NumberTemplates, file: PlannedFile): string | undefined {
  if (file.windowNo !== '' || file.caseNo !== '') return undefined;
  const { text } = windowNumber(db, templates, file);
  return isGiven(db, text) ? text : undefined;
}

/** What is in the way of a planned file, its number or its clocks, in the files and rules that are here. */
export function fileFault(
  db: ReadDb,
  templates: NumberTemplates,
  columns: Columns,
  file: PlannedFile,
): Issue | undefined {
  const bad = (code: string, field: string): Issue => {
    return { line: file.line, column: columnOf(columns, field), code, bad: true };
  };
  const number = takenNumber(db, templates, file);
  if (number !== undefined) return bad('import.number-taken', number);
  const next = takenNext(db, templates, file);
  if (next !== undefined) return { ...bad('import.next-number-taken', 'windowNo'), facts: { number: next } };
  const clock = clockFault(db, file);
  return clock === undefined ? undefined : { ...bad(clock.code, clock.field), line: clock.line };
}

type Into = {
  readonly tx: WriteDb;
  readonly writing: Writing;
  readonly templates: NumberTemplates;
  readonly dossier: DossierId;
  readonly number: NumberGiven;
};

function factOf({ tx, writing, templates, dossier, number: window }: Into, file: PlannedFile, act: PlannedAct): Fact {
  if (act.kind === 'accept') {
    const number = caseNumber(tx, templates, file, window);
    return dossierAccepted({
      ...{
        dossier,
        on: act.on,
        number,
        branch: branchOfFile(templates, file),
        handler: null,
        approvedBy: '',
        paper: '',
      },
      clocks: act.clocks,
    });
  }
  if (act.kind === 'step') {
    return dossierStepped({ dossier, basedOn: undefined, step: act.step, note: '', clocks: act.clocks });
  }
  const event = { id: newId(writing), on: act.on, ...act.event };
  return clockRecorded({ dossier, rule: act.rule, of: '' }, event, '');
}

/** Writes a planned file as the facts the window and the office would have recorded, each naming the import. */
export function writeFile(
  tx: WriteDb,
  writing: Writing,
  templates: NumberTemplates,
  batch: string,
  file: PlannedFile,
): void {
  const { receivedOn: on, side, channel, handler, cause, summary, clocks } = file;
  // Row ids and file ids have one form; the brand says what this one stands for.
  const dossier = timeOrderedId(writing.moment.at, writing.random.bytes(10)) as DossierId;
  const named = <T extends object>(items: readonly T[]): readonly (T & { readonly id: string })[] =>
    items.map((item) => ({ ...item, id: newId(writing) }));
  const number = windowNumber(tx, templates, file);
  const received = dossierReceived({
    ...{ dossier, side, on, number, branch: branchOfFile(templates, file), channel, handler, cause, summary, clocks },
    ...{ parties: named(file.parties), claims: named(file.claims) },
  });
  const into = { tx, writing, templates, dossier, number };
  const acts = file.acts.map((act) => ofImport(factOf(into, file, act), batch));
  const facts = [ofImport(received, batch, file.line), ...acts];
  append(
    tx,
    writing,
    facts.map((fact, at) => (at === facts.length - 1 ? fact : { ...fact, midway: true })),
  );
}
