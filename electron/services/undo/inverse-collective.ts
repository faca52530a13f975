import { readBody } from '#shared/protocol/body.ts';
import { collectiveSubject } from '../dossier/collective-marks.ts';
import type { Fact } from '../journal/fact.ts';
import { readText, readTexts } from '../read-fields.ts';
import { factsBefore, type Undone } from './undone.ts';

/** The fact that makes a file the collective case it was, or none; or says again who represented its workers. */
export function collectiveBack(undone: Undone): Fact | undefined {
  const { dossier, act, on } = undone;
  const { kind } = act.header;
  const before = factsBefore(undone, collectiveSubject(dossier)).findLast(({ parsed }) => parsed.kind === kind);
  if (before === undefined) {
    const none = kind === 'collective.marked' ? { kind: '' } : { representatives: [] };
    return { kind, on, facts: { dossier, ...none }, content: {} };
  }
  const { facts, on: then } = before.parsed;
  const content = before.body === undefined ? undefined : readBody(before.body);
  if (content === undefined) return undefined;
  const said =
    kind === 'collective.marked'
      ? { kind: readText(facts, 'kind') }
      : { representatives: [...readTexts(facts, 'representatives')] };
  return { kind, on: then, facts: { dossier, ...said }, content };
}
