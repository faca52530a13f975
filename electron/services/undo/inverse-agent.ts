import { findEntry } from '#electron/store/tables/entries.ts';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { noMandate } from '#shared/domain/party/mandate.ts';
import { readBody } from '#shared/protocol/body.ts';
import type { Entry } from '#shared/protocol/entry.ts';
import { agentEnded, agentResumed } from '../agent/facts.ts';
import { mandateSubject } from '../agent/stored-mandate.ts';
import type { Fact } from '../journal/fact.ts';
import { readText } from '../read-fields.ts';
import { factsBefore, type Undone } from './undone.ts';

type Said = Pick<Fact, 'facts'> & { readonly content: JsonObject };

/** The fields of a mandate a fact names, in its header and in its body; undefined when the body was erased. */
function saidIn({ parsed, body }: Entry): Said | undefined {
  if (body === undefined && parsed.body !== null) return undefined;
  const { dossier: _file, party: _agent, undoes: _act, ...facts } = parsed.facts;
  return { facts, content: body === undefined ? {} : (readBody(body) ?? {}) };
}

/** Of some fields, what they were before: the last value said of each, empty when none was. */
function asBefore(fields: JsonObject, earlier: readonly JsonObject[]): JsonObject {
  const known = earlier.reduce<JsonObject>((all, said) => ({ ...all, ...said }), { ...noMandate });
  return Object.fromEntries(Object.keys(fields).map((field) => [field, known[field] ?? null]));
}

/** The mandate as it was named before the act, in the fields the act changed. */
function namedBack(undone: Undone, before: readonly Entry[]): Pick<Fact, 'facts' | 'content'> | undefined {
  const entry = findEntry(undone.db, undone.act.entry);
  const act = entry && saidIn(entry);
  const earlier = before.filter(({ parsed }) => parsed.kind === 'agent.named').map(saidIn);
  if (act === undefined || !earlier.every((said) => said !== undefined)) return undefined;
  return {
    facts: asBefore(
      act.facts,
      earlier.map(({ facts }) => facts),
    ),
    content: asBefore(
      act.content,
      earlier.map(({ content }) => content),
    ),
  };
}

/** The fact that makes a mandate what it was: its fields as said before, or that it held, or had ended. */
export function agentBack(undone: Undone): Fact | undefined {
  const { dossier, act, on } = undone;
  const of = { dossier, party: readText(act.header.facts, 'party') };
  const before = factsBefore(undone, mandateSubject(of.party));
  if (act.header.kind === 'agent.ended') return agentResumed(on, of);
  if (act.header.kind === 'agent.resumed') {
    const ended = before.findLast(({ parsed }) => parsed.kind === 'agent.ended');
    if (ended?.body === undefined) return undefined;
    // The days of stored facts were checked when they were written.
    return agentEnded(ended.parsed.on as LocalDate, of, readText(readBody(ended.body), 'reason'));
  }
  const named = namedBack(undone, before);
  return named && { kind: 'agent.named', on, facts: { ...of, ...named.facts }, content: named.content ?? {} };
}
