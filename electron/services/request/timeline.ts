import type { ReadDb } from '#electron/store/db.ts';
import { chunkProgress } from '#electron/store/tables/files.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import type { ManifestId, OfficeId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { AssistEvent, Side } from '#shared/domain/assist/event.ts';
import type { OrderLine } from '#shared/domain/assist/state.ts';
import { type Fields, readNumber, readObject, readObjects, readText } from '../read-fields.ts';
import { recordedAt } from '../recorded-at.ts';
import type { RequestChains } from './chains.ts';
import { withoutGrants } from './letter-files.ts';
import { provenBy } from './request-row.ts';
import { wordOf } from './row-view.ts';
import { cleanShown } from './typed-text.ts';

/** One happening on the two-sided timeline. */
export type TimelineItem = CallOutput<'request.get'>['timeline'][number];
type TimelineFile = TimelineItem['files'][number];

/**
 * Both chains as one list: each in its own order, an entry after everything its author had seen, and the rest by the
 * recording's stamp, which both offices read alike.
 */
export function interleave(r: readonly AssistEvent[], e: readonly AssistEvent[]): readonly AssistEvent[] {
  const merged: AssistEvent[] = [];
  let [i, k] = [0, 0];
  while (i < r.length || k < e.length) {
    const [left, right] = [r[i], e[k]];
    const takeLeft = left !== undefined && (right === undefined || comesFirst(left, right));
    const next = takeLeft ? left : right;
    if (next) merged.push(next);
    if (takeLeft) i += 1;
    else k += 1;
  }
  return merged;
}

function comesFirst(left: AssistEvent, right: AssistEvent): boolean {
  if (right.seen !== null && right.seen.seq >= left.seq) return true;
  if (left.seen !== null && left.seen.seq >= right.seq) return false;
  return left.at <= right.at;
}

/** What a letter or an act says of its enclosures. */
export function namedFiles(content: Fields): readonly Readonly<Record<string, unknown>>[] {
  const scan = readObject(content, 'scan');
  const letters = [content, readObject(content, 'letter'), readObject(content, 'reply')];
  return [...letters.flatMap((part) => readObjects(part, 'files')), ...(scan ? [scan] : [])];
}

/** Enclosures of an entry with how much of each is here; a manifest still on its way counts as one missing part. */
export function filesOf(db: ReadDb, manifests: readonly ManifestId[], content: Fields): TimelineFile[] {
  const named = namedFiles(content);
  return manifests.map((manifest) => {
    const said = named.find((file) => file['manifest'] === manifest);
    const known = chunkProgress(db, manifest);
    const size = known?.size ?? readNumber(said, 'size') ?? 0;
    const parts = { have: known?.have ?? 0, lost: known?.lost ?? 0, of: known?.of ?? 1 };
    return { manifest, name: readText(said, 'name'), size, ...parts };
  });
}

function factsShown(event: AssistEvent): Record<string, unknown> {
  const { command, facts } = event;
  return event.kind === 'apply'
    ? {
        command: command ? { id: command.id, kind: command.kind, seq: command.seq } : null,
        outcome: facts['outcome'] ?? null,
      }
    : { ...facts };
}

function contentShown(event: AssistEvent): Record<string, unknown> | null {
  const { body } = event;
  return typeof body === 'object' && body !== null ? cleanShown(withoutGrants({ ...body })) : null;
}

/** The two-sided timeline as the office on side `ours` shows it. */
export function timelineOf(db: ReadDb, chains: RequestChains, ours: Side, partner: OfficeId): TimelineItem[] {
  const { state } = chains;
  const names = peopleNames(db);
  const pending = new Set(state.pending.map((command) => command.id));
  const lineOf = (event: AssistEvent): OrderLine | undefined =>
    state.order.find((line) => (event.side === 'e' ? line.id === event.id : line.command?.id === event.id));
  return interleave(chains.r, chains.e).map((event) => {
    const own = event.side === ours;
    const line = lineOf(event);
    const content = contentShown(event);
    return {
      ...{ id: event.id, side: event.side, ours: own, kind: event.kind, on: event.on },
      person: own ? (names.get(event.actor) ?? '') : '',
      ...{ recordedAt: recordedAt(event.at), outcome: line?.outcome ?? null, reason: line?.reason ?? null },
      word: own ? wordOf(db, partner, event.id, provenBy(state, ours, event.seq)) : null,
      ...{ pending: pending.has(event.id), facts: cleanShown(factsShown(event)), content },
      files: filesOf(db, event.files, content ?? undefined),
    };
  });
}
