import type { RequestId } from '#shared/base/ids.ts';
import { ourSide } from '#shared/protocol/apply-command.ts';
import { nextStamp } from '#shared/protocol/hybrid-clock.ts';
import type { RequestSlice } from '#shared/protocol/slice.ts';
import { writeRequestEntry } from '#shared/protocol/write-request-entry.ts';
import { type Around, momentOf, perform, type SimOffice } from './sim-office.ts';
import type { SimStore } from './sim-store.ts';

/** What an office does that an honest one never would, or what befalls its disk. */
export type Mischief = 'none' | 'fork' | 'wrong-prev' | 'rollback';

/**
 * The office contradicts itself in a chain of its own: with 'fork' it signs a second entry for a place it has written
 * already, with 'wrong-prev' one that claims another past. Both go to the partner like any entry. Answers the request.
 */
export function contradict(office: SimOffice, how: Mischief, around: Around): RequestId | undefined {
  const { store, ports } = office;
  const slice = [...store.slices.values()].find((one) => {
    const side = ourSide(one, office.office);
    return side !== undefined && one[side].entries.length > 1;
  });
  const side = slice ? ourSide(slice, office.office) : undefined;
  if (!slice || !side) return undefined;
  const { entries } = slice[side];
  const [opening, last] = [entries[0], entries.at(-1)];
  if (!opening || !last) return undefined;
  const past = entries.slice(0, -1);
  const strange = how === 'fork' ? past : [...past, { ...last, id: opening.id }];
  const before: RequestSlice = { ...slice, [side]: { entries: strange, held: [] } };
  const moment = momentOf(office, around);
  const at = nextStamp(store.state.stamp, moment.nowMs);
  const saying = { kind: 'note', facts: { n: 1 }, body: null, files: [], actor: ports.self.actor, on: moment.on, at };
  const made = writeRequestEntry(before, side, saying, ports.self, ports);
  store.entries.set(made.id, made);
  around.watch.authored.add(made.id);
  perform(office, { type: 'appended', entries: [made.id] }, around, undefined, []);
  const told = store.stream.at(-1)?.entry.id === made.id;
  if (!told) around.watch.authored.delete(made.id);
  return told ? slice.request : undefined;
}

/** A copy of the disk, as somebody's image backup takes it without the program's knowledge. */
export function diskImage(store: SimStore): SimStore {
  return structuredClone(store);
}

/** The old image runs again and nobody told the program. */
export function rollBack(office: SimOffice, image: SimStore, around: Around): void {
  const { store } = office;
  around.watch.receiptsHold = false;
  store.state = image.state;
  for (const [live, old] of [
    [store.slices, image.slices],
    [store.entries, image.entries],
    [store.held, image.held],
  ] as const) {
    live.clear();
    for (const [key, value] of old) (live as Map<unknown, unknown>).set(key, value);
  }
  store.stream.splice(0, store.stream.length, ...image.stream);
  store.received.splice(0, store.received.length, ...image.received);
  store.kept = image.kept;
  store.lastReceipt = image.lastReceipt;
}
