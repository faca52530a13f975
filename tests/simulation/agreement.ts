import type { RequestId } from '#shared/base/ids.ts';
import { foldRequest } from '#shared/domain/assist/fold.ts';
import type { RequestState } from '#shared/domain/assist/state.ts';
import { receiptedUpTo } from '#shared/protocol/link.ts';
import { requestDigest } from '#shared/protocol/request-digest.ts';
import { embeddedCommand } from '#shared/protocol/request-event.ts';
import { eventsOf, type RequestSlice } from '#shared/protocol/slice.ts';
import type { AlarmCode } from '#shared/protocol/step-types.ts';
import { closedWrongly, movedWrongly } from './life-oracle.ts';
import { otherOf, type SimOffice } from './sim-office.ts';
import { peerOf } from './sim-store.ts';
import type { Watch } from './watch.ts';

type Pair = readonly [SimOffice, SimOffice];

/** What went on in a run that its end must be judged by. */
export type Story = { readonly rolledBack: boolean; readonly request: RequestId | undefined };

/** Every two offices, each once. */
function pairs(offices: readonly SimOffice[]): readonly Pair[] {
  return offices.flatMap((a, at) => offices.slice(at + 1).map((b): Pair => [a, b]));
}

/** True when each office holds all of every other's stream and the other knows it by receipt. */
export function agreed(offices: readonly SimOffice[]): boolean {
  return offices.every((office) =>
    [...office.store.peers].every(([partner, { stream, link }]) => {
      const other = offices.find((one) => one.office === partner);
      const theirs = other && peerOf(other.store, office.office);
      return theirs?.received.length === stream.length && receiptedUpTo(link) === stream.length;
    }),
  );
}

function stateOf(office: SimOffice, slice: RequestSlice): RequestState {
  const events = eventsOf(slice, office.ports.hashing);
  return foldRequest(events.r, events.e);
}

function bookFaults(slice: RequestSlice, state: RequestState): readonly string[] {
  const faults: string[] = [];
  const waits = state.stopped.r !== null || state.stopped.e !== null;
  if (state.pending.length > 0 && !waits)
    faults.push(`never put in order: ${state.pending.map((one) => one.kind).join()}`);
  const wrong = state.differences.filter((one) => !(one.code === 'does-not-fit' && one.kind === 'close'));
  if (wrong.length > 0) faults.push(`differences between honest offices: ${JSON.stringify(wrong[0])}`);
  const applied = slice.e.entries
    .map((entry) => embeddedCommand(entry.parsed)?.header)
    .filter((one) => one !== undefined);
  if (new Set(applied).size !== applied.length) faults.push('a command was applied twice');
  return [...faults, ...closedWrongly(slice, state), ...movedWrongly(state)];
}

function sliceFaults(offices: Pair, id: RequestId): readonly string[] {
  const [ours, theirs] = [offices[0].store.slices.get(id), offices[1].store.slices.get(id)];
  if (!ours || !theirs) return ['a request exists on one side only'];
  const [a, b] = [stateOf(offices[0], ours), stateOf(offices[1], theirs)];
  const same = requestDigest(a, offices[0].ports.hashing) === requestDigest(b, offices[1].ports.hashing);
  const beside = [ours, theirs].some((slice) => slice.r.held.length + slice.e.held.length > 0);
  return [
    ...(same ? [] : [`the two offices see different states: ${a.phase} and ${b.phase}`]),
    ...(beside ? ['entries are still kept beside their chains'] : []),
    ...bookFaults(ours, a),
  ];
}

function streamFaults([a, b]: Pair): readonly string[] {
  const faults: string[] = [];
  for (const [office, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const [ours, theirs] = [peerOf(office.store, other.office), peerOf(other.store, office.office)];
    const sent = ours.stream.map((one) => one.entry.id);
    if (sent.join() !== theirs.received.join()) faults.push(`${other.office} does not hold all that was sent`);
    if (ours.held.size > 0) faults.push('a bundle is still held');
  }
  return faults;
}

const serious: readonly AlarmCode[] = ['fork', 'entry-rejected', 'stream-fork', 'own-rollback'];

/** What the disks prove, alarms lost in a crash or not. */
function evidence(offices: readonly SimOffice[]): ReadonlySet<AlarmCode> {
  const found = new Set<AlarmCode>();
  for (const { store } of offices) {
    const held = [...store.slices.values()].flatMap((slice) => [...slice.r.held, ...slice.e.held]);
    if (held.some((one) => one.state === 'fork')) found.add('fork');
    if (held.some((one) => one.state === 'rejected')) found.add('entry-rejected');
    for (const { unread, aside, link } of store.peers.values()) {
      if (unread.size > 0) found.add('entry-rejected');
      if (aside.has('stream-fork')) found.add('stream-fork');
      if (link.doubt) found.add('own-rollback');
    }
  }
  return found;
}

function requestFaults(offices: readonly SimOffice[], skip: RequestId | undefined): readonly string[] {
  return pairs(offices).flatMap(([a, b]) => {
    const ids = [a, b].flatMap((office) =>
      [...office.store.slices.values()]
        .filter((slice) => [a.office, b.office].includes(otherOf(slice, office.office) ?? office.office))
        .map((slice) => slice.request),
    );
    return [...new Set(ids)].filter((id) => id !== skip).flatMap((id) => sliceFaults([a, b], id));
  });
}

function lostFaults(offices: readonly SimOffice[], watch: Watch): readonly string[] {
  const lost = [...watch.authored].filter(([id, between]) =>
    offices.some(({ office, store }) => between.includes(office) && !store.entries.has(id)),
  );
  return lost.length > 0 ? ['an entry was lost'] : [];
}

/** Honest offices on sound disks: nothing lost, everything agreed, everything provable, no alarm. */
function honestFaults(
  offices: readonly SimOffice[],
  watch: Watch,
  skip: RequestId | undefined,
  allowed: readonly AlarmCode[],
): readonly string[] {
  const alarms = serious.filter((code) => evidence(offices).has(code) && !allowed.includes(code));
  return [
    ...(agreed(offices) ? [] : ['no agreement after the calm']),
    ...pairs(offices).flatMap(streamFaults),
    ...requestFaults(offices, skip),
    ...(skip === undefined && watch.receiptsHold ? lostFaults(offices, watch) : []),
    ...alarms.map((code) => `false alarm between honest offices: ${code}`),
  ];
}

/** Everything that must hold once the calm has lasted. After mischief: it was seen, and what it did not touch agrees. */
export function finalFaults(offices: readonly SimOffice[], watch: Watch, story: Story): readonly string[] {
  if (story.rolledBack) {
    const seen = serious.some((code) => evidence(offices).has(code));
    return seen ? [] : honestFaults(offices, watch, undefined, []);
  }
  if (!story.request) return honestFaults(offices, watch, undefined, []);
  const told = evidence(offices).has('fork') ? [] : ['a contradiction in a chain was not seen'];
  return [...told, ...honestFaults(offices, watch, story.request, ['fork'])];
}
