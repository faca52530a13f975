import type { EntryId, OfficeId } from '#shared/base/ids.ts';
import type { readPackageText } from '#shared/protocol/package.ts';
import type { StepWrite } from '#shared/protocol/step-types.ts';
import type { SimOffice } from './sim-office.ts';
import { type KeptBundle, peerOf, type SimPeer } from './sim-store.ts';

type Read = ReturnType<typeof readPackageText>;

/** Looks on at every commit and at everything that leaves, and keeps what it finds wrong. */
export type Watch = {
  readonly committing: (office: SimOffice, partner: OfficeId, writes: readonly StepWrite[]) => void;
  readonly committed: (office: SimOffice, writes: readonly StepWrite[]) => void;
  readonly leaving: (office: SimOffice, peer: SimPeer, bundle: KeptBundle) => void;
  /** Reads a package; the same text gives what it gave before, which is read anew only once. */
  readonly opened: (text: string, read: () => Read) => Read;
  readonly faults: string[];
  /** Off once an old disk image came back: then receipts rightly run ahead and are believed again. */
  receiptsHold: boolean;
  /** Every entry an honest device wrote and committed, and the two offices it is between. */
  readonly authored: Map<EntryId, readonly OfficeId[]>;
};

type Of = (office: OfficeId) => SimOffice;

function checkChained(watch: Watch, office: SimOffice, writes: readonly StepWrite[]): void {
  for (const write of writes) {
    if (write.type !== 'chained') continue;
    const { kind } = write.entry.parsed;
    const parties = watch.authored.get(write.entry.id);
    if (!parties) watch.faults.push(`${office.office} stored an entry nobody wrote: ${kind}`);
    else if (!parties.includes(office.office)) watch.faults.push(`${office.office} stored what is not for it: ${kind}`);
  }
}

function checkReceipt(watch: Watch, ours: SimPeer, write: StepWrite, theirs: SimPeer): void {
  if (write.type !== 'receipted') return;
  const held = theirs.received.length;
  if (write.receipt.upTo > held) watch.faults.push(`receipted to ${write.receipt.upTo} but the partner holds ${held}`);
  const before = ours.lastReceipt;
  if (before && before.number >= write.receipt.number) watch.faults.push('an older receipt was believed');
  if (before && before.upTo > write.receipt.upTo) watch.faults.push('a receipt went back without a restore');
}

function checkPrefix(watch: Watch, office: OfficeId, write: StepWrite, theirs: SimPeer): void {
  if (write.type !== 'received') return;
  const sent = theirs.stream[write.n - 1];
  if (sent?.entry.id !== write.entry || sent.position.root !== write.root) {
    watch.faults.push(`${office} received another stream than was sent at ${write.n}`);
  }
}

function checkLeaving(watch: Watch, office: SimOffice, peer: SimPeer, bundle: KeptBundle): void {
  if (!watch.receiptsHold) return;
  const run = peer.stream.slice(bundle.first - 1, bundle.last);
  const stored = run.length === bundle.last - bundle.first + 1 && run.every((one) => watch.authored.has(one.entry.id));
  if (!stored) watch.faults.push(`${office.office} let something leave before its commit`);
  const strange = run.some((one) => !watch.authored.get(one.entry.id)?.includes(peer.link.partner));
  if (stored && strange) watch.faults.push(`${office.office} told ${peer.link.partner} what is not for it`);
}

/** A watch over all offices; `of` finds one, whose disk honest receipts must not run ahead of. */
export function newWatch(of: Of): Watch {
  const read = new Map<string, Read>();
  const watch: Watch = {
    faults: [],
    receiptsHold: true,
    authored: new Map(),
    committing: (office, partner, writes) => {
      // The two offices of what a step writes are those of the step.
      for (const write of writes) {
        if (write.type === 'own') watch.authored.set(write.entry.id, [office.office, partner]);
        if (!watch.receiptsHold) continue;
        const theirs = peerOf(of(partner).store, office.office);
        checkReceipt(watch, peerOf(office.store, partner), write, theirs);
        checkPrefix(watch, office.office, write, theirs);
      }
    },
    committed: (office, writes) => {
      checkChained(watch, office, writes);
      for (const peer of office.store.peers.values()) {
        if (peer.held.size > 32) watch.faults.push('more bundles held than allowed');
      }
    },
    leaving: (office, peer, bundle) => checkLeaving(watch, office, peer, bundle),
    opened: (text, open) => {
      const known = read.get(text);
      if (known) return known;
      const opened = open();
      read.set(text, opened);
      return opened;
    },
  };
  return watch;
}
