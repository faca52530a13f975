import { aboutAfter, newestAbout } from '#electron/store/tables/about.ts';
import { findEntry } from '#electron/store/tables/entries.ts';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { EntryId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import type { Entry } from '#shared/protocol/entry.ts';
import { clockWithdrawn } from '../dossier/facts.ts';
import { partiesRemoved } from '../dossier/member-facts.ts';
import { detailsSubject } from '../dossier/project-life.ts';
import type { Fact } from '../journal/fact.ts';
import { readObject, readText, readTexts } from '../read-fields.ts';
import { contentOf, fieldsBefore } from './fields-before.ts';
import { agentBack } from './inverse-agent.ts';
import { collectiveBack } from './inverse-collective.ts';
import { documentsBack } from './inverse-file.ts';
import { joiningBack } from './inverse-joining.ts';
import { separationBack } from './inverse-separation.ts';
import { linksBack } from './links-back.ts';
import { type Undone, undoneReason } from './undone.ts';

/** Facts of the file itself before the act: the person in charge lies in headers. */
function handlerBefore({ db, act, dossier }: Undone): string | null {
  let handler: string | null = null;
  for (const entryId of aboutAfter(db, detailsSubject(dossier), 0)) {
    if (entryId === act.entry) break;
    const said = findEntry(db, entryId)?.parsed.facts['handler'];
    if (said !== undefined) handler = typeof said === 'string' ? said : null;
  }
  return handler;
}

/** Of the fields before, those the act changed; a field nothing had said is empty again. */
function changedBack(before: JsonObject, act: JsonObject): JsonObject {
  const empty = (field: string): string | null => (typeof act[field] === 'string' ? '' : null);
  return Object.fromEntries(Object.keys(act).map((field) => [field, before[field] ?? empty(field)]));
}

function memberBack(undone: Undone, what: 'party' | 'claim', entry: Entry): Fact | undefined {
  const { dossier, on, act } = undone;
  const id = readText(act.header.facts, what);
  const facts = { dossier, [what]: id };
  if (act.header.kind === `${what}.added`) return { kind: `${what}.removed`, on, facts };
  const before = fieldsBefore(undone, id, id);
  const said = contentOf(entry);
  if (before === undefined) return undefined;
  if (act.header.kind === `${what}.removed`) return { kind: `${what}.added`, on, facts, content: before };
  return said && { kind: `${what}.amended`, on, facts, content: changedBack(before, said) };
}

function detailsBack(undone: Undone, entry: Entry): Fact | undefined {
  const { dossier, on } = undone;
  const before = fieldsBefore(undone, detailsSubject(dossier), null);
  const said = contentOf(entry);
  if (before === undefined || said === undefined) return undefined;
  const handler = Object.hasOwn(entry.parsed.facts, 'handler') ? { handler: handlerBefore(undone) } : {};
  return { kind: 'dossier.amended', on, facts: { dossier, ...handler }, content: changedBack(before, said) };
}

function factOf(undone: Undone, entry: Entry): Fact | undefined {
  const { dossier, on, act } = undone;
  const [what] = act.header.kind.split('.');
  if (what === 'parties') return partiesRemoved(dossier, on, readTexts(act.header.facts, 'parties'));
  if (what === 'party' || what === 'claim') return memberBack(undone, what, entry);
  if (what === 'clock') return clockBack(undone);
  if (what === 'file') {
    // A new version took the place of another, which comes back when it alone goes.
    const version = readText(act.header.facts, 'replaces') === '' ? {} : { version: true };
    return { kind: 'file.removed', on, facts: { dossier, file: readText(act.header.facts, 'file'), ...version } };
  }
  if (what === 'note')
    return { kind: 'note.removed', on, facts: { dossier, note: readText(act.header.facts, 'note') } };
  return detailsBack(undone, entry);
}

/** A clock event is withdrawn, as one that never should have counted is; what was withdrawn counts again. */
function clockBack({ dossier, on, act }: Undone): Fact {
  const { facts, kind } = act.header;
  const limit = { dossier, rule: readText(facts, 'rule'), of: readText(facts, 'of') };
  if (kind === 'clock.withdrawn') {
    const dropped = readText(readObject(facts, 'instead'), 'event');
    const said = { reinstated: readTexts(facts, 'withdrawn'), ...(dropped === '' ? {} : { dropped }) };
    return { kind: 'clock.reinstated', on, facts: { ...limit, ...said }, content: { reason: undoneReason } };
  }
  const withdrawn = [readText(facts, 'event')];
  return clockWithdrawn(limit, { on, withdrawn, instead: null, reason: undoneReason });
}

/** Acts on documents that are restored out of the history of all of them. */
const onDocuments: ReadonlySet<string> = new Set(['file.amended', 'file.ordered', 'file.removed']);

/** Acts on files heard together, which look at both of them. */
const onJoinings: ReadonlySet<string> = new Set(['dossier.joined', 'dossier.parted', 'dossier.joining-struck']);

/**
 * The facts that restore what an act changed; each names the act it takes back. Refused when what was there before was
 * erased, or when files that were joined or separated no longer allow it. A party or claim that was taken off comes back at the end of
 * its list, a document at its place.
 */
export function inverseFacts(undone: Undone): Result<readonly Fact[], Failure> {
  const { kind } = undone.act.header;
  const facts = kind === 'dossier.separated' ? separationBack(undone) : tiedBack(undone);
  if (!facts.ok) return facts;
  return ok(facts.value.map((fact) => ({ ...fact, facts: { ...fact.facts, undoes: undone.act.entry } })));
}

function tiedBack(undone: Undone): Result<readonly Fact[], Failure> {
  const { kind } = undone.act.header;
  if (onJoinings.has(kind)) {
    const struck = joiningBack(undone);
    return struck.ok ? ok([struck.value]) : struck;
  }
  const facts = factsOf(undone);
  return facts === undefined ? err(refused('undo.erased')) : ok(facts);
}

function factsOf(undone: Undone): readonly Fact[] | undefined {
  const { kind } = undone.act.header;
  if (onDocuments.has(kind)) return documentsBack(undone);
  if (kind === 'dossier.linked' || kind === 'dossier.unlinked') return linksBack(undone);
  if (kind.startsWith('agent.')) return one(agentBack(undone));
  return one(kind.startsWith('collective.') ? collectiveBack(undone) : inverseFact(undone));
}

const one = (fact: Fact | undefined): readonly Fact[] | undefined => fact && [fact];

function inverseFact(undone: Undone): Fact | undefined {
  const entry = findEntry(undone.db, undone.act.entry);
  const fact = entry && factOf(undone, entry);
  if (fact === undefined) return undefined;
  const [what] = fact.kind.split('.');
  const subject = what === 'dossier' ? detailsSubject(undone.dossier) : readText(fact.facts, what ?? '');
  const basedOn: EntryId | undefined = newestAbout(undone.db, subject);
  return { ...fact, ...(basedOn === undefined ? {} : { basedOn: [basedOn] }) };
}
