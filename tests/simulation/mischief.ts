import type { RequestId } from '#shared/base/ids.ts';
import { ourSide } from '#shared/protocol/apply-command.ts';
import { nextStamp } from '#shared/protocol/hybrid-clock.ts';
import type { RequestSlice } from '#shared/protocol/slice.ts';
import { writeRequestEntry } from '#shared/protocol/write-request-entry.ts';
import { perform } from './run-step.ts';
import { type Around, momentOf, otherOf, type SimOffice } from './sim-office.ts';
import { peerOf, type SimStore } from './sim-store.ts';

/**
 * The office contradicts itself in a chain of its own: with 'fork' it signs a second entry for a place it has written
 * already, with 'wrong-prev' one that claims another past. Both go to the partner like any entry. Answers the request.
 */
export function contradict(office: SimOffice, how: 'fork' | 'wrong-prev', around: Around): RequestId | undefined {
  const { store, ports } = office;
  const slice = [...store.slices.values()].find((one) => {
    const side = ourSide(one, office.office);
    return side !== undefined && one[side].entries.length > 1;
  });
  const side = slice ? ourSide(slice, office.office) : undefined;
  const partner = slice && otherOf(slice, office.office);
  if (!slice || !side || !partner) return undefined;
  const { entries } = slice[side];
  const [opening, last] = [entries[0], entries.at(-1)];
  if (!opening || !last) return undefined;
  const past = entries.slice(0, -1);
  const strange = how === 'fork' ? past : [...past, { ...last, id: opening.id }];
  const before: RequestSlice = { ...slice, [side]: { entries: strange, held: [] } };
  const moment = momentOf(office, around);
  const at = nextStamp(store.stamp, moment.nowMs);
  const saying = { kind: 'note', facts: { n: 1 }, body: null, files: [], actor: ports.self.actor, on: moment.on, at };
  const made = writeRequestEntry(before, side, saying, ports.self, ports);
  store.entries.set(made.id, made);
  around.watch.authored.set(made.id, [office.office, partner]);
  around.note(`${office.office} contradicts itself (${how}) in request ${slice.request.slice(0, 8)}`);
  perform(office, partner, { type: 'appended', entries: [made.id] }, around);
  const told = peerOf(store, partner).stream.at(-1)?.entry.id === made.id;
  if (!told) around.watch.authored.delete(made.id);
  return told ? slice.request : undefined;
}

/** A copy of the disk, as somebody's image backup takes it without the program's knowledge. */
export function diskImage(store: SimStore): SimStore {
  return structuredClone(store);
}

function replace<K, V>(live: Map<K, V>, old: ReadonlyMap<K, V>): void {
  live.clear();
  for (const [key, value] of old) live.set(key, value);
}

/** The old image runs again and nobody told the program. */
export function rollBack(office: SimOffice, image: SimStore, around: Around): void {
  const { store } = office;
  around.watch.receiptsHold = false;
  around.note(`${office.office} runs on an earlier copy of its disk`);
  store.stamp = image.stamp;
  replace(store.slices, image.slices);
  replace(store.entries, image.entries);
  replace(store.peers, image.peers);
}
