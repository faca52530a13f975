import type { EntryId } from '#shared/base/ids.ts';
import type { StepWrite } from '#shared/protocol/step-types.ts';
import type { SimOffice } from './sim-office.ts';
import type { KeptBundle } from './sim-store.ts';

/** Looks on at every commit and at everything that leaves, and keeps what it finds wrong. */
export type Watch = {
  readonly committing: (office: SimOffice, writes: readonly StepWrite[]) => void;
  readonly committed: (office: SimOffice, writes: readonly StepWrite[]) => void;
  readonly leaving: (office: SimOffice, bundle: KeptBundle) => void;
  readonly faults: string[];
  /** Off once an old disk image came back: then receipts rightly run ahead and are believed again. */
  receiptsHold: boolean;
  /** Every entry an honest device wrote and committed. */
  readonly authored: Set<EntryId>;
};

type Other = (office: SimOffice) => SimOffice;

function checkChained(watch: Watch, office: SimOffice, writes: readonly StepWrite[]): void {
  for (const write of writes) {
    if (write.type === 'own') watch.authored.add(write.entry.id);
    if (write.type === 'chained' && !watch.authored.has(write.entry.id)) {
      watch.faults.push(`${office.office} stored an entry nobody wrote: ${write.entry.parsed.kind}`);
    }
  }
}

function checkReceipt(watch: Watch, office: SimOffice, write: StepWrite, other: SimOffice): void {
  if (write.type !== 'receipted') return;
  const held = other.store.received.length;
  if (write.receipt.upTo > held) watch.faults.push(`receipted to ${write.receipt.upTo} but the partner holds ${held}`);
  const before = office.store.lastReceipt;
  if (before && before.number >= write.receipt.number) watch.faults.push('an older receipt was believed');
  if (before && before.upTo > write.receipt.upTo) watch.faults.push('a receipt went back without a restore');
}

function checkPrefix(watch: Watch, office: SimOffice, write: StepWrite, other: SimOffice): void {
  if (write.type !== 'received') return;
  const sent = other.store.stream[write.n - 1];
  if (sent?.entry.id !== write.entry || sent.position.root !== write.root) {
    watch.faults.push(`${office.office} received another stream than was sent at ${write.n}`);
  }
}

/** A watch over two offices; `other` gives the partner's disk, which honest receipts must not run ahead of. */
export function newWatch(other: Other): Watch {
  const watch: Watch = {
    faults: [],
    receiptsHold: true,
    authored: new Set(),
    committing: (office, writes) => {
      for (const write of writes) {
        if (!watch.receiptsHold) continue;
        checkReceipt(watch, office, write, other(office));
        checkPrefix(watch, office, write, other(office));
      }
    },
    committed: (office, writes) => {
      checkChained(watch, office, writes);
      if (office.store.held.size > 32) watch.faults.push('more bundles held than allowed');
    },
    leaving: (office, bundle) => {
      if (!watch.receiptsHold) return;
      const run = office.store.stream.slice(bundle.first - 1, bundle.last);
      const stored =
        run.length === bundle.last - bundle.first + 1 && run.every((one) => watch.authored.has(one.entry.id));
      if (!stored) watch.faults.push(`${office.office} let something leave before its commit`);
    },
  };
  return watch;
}
