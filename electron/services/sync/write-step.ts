import type { WriteDb } from '#electron/store/db.ts';
import { dropHeldBundle, holdBundle, noteNotUnderstood } from '#electron/store/tables/arrived.ts';
import { dropReceiptedBundles } from '#electron/store/tables/bundles.ts';
import { keepDeviceKey } from '#electron/store/tables/device-keys.ts';
import { appendEntry } from '#electron/store/tables/entries.ts';
import { holdEntry, releaseHeld } from '#electron/store/tables/held-entries.ts';
import { noteReceived } from '#electron/store/tables/in-streams.ts';
import { setAside } from '#electron/store/tables/quarantine.ts';
import {
  dropReceiptIn,
  keepReceiptIn,
  keepReceiptOut,
  type ReceiptIn,
  receiptsIn,
} from '#electron/store/tables/receipts.ts';
import { appendToStream } from '#electron/store/tables/streams.ts';
import type { ChainId, OfficeId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { StepWrite } from '#shared/protocol/step-types.ts';
import type { OpenOffice } from '../context.ts';
import { arrive, project } from '../journal/project.ts';
import { noteStoredThere } from '../request/note-stored-there.ts';

/** What a step's writes are about: the partner, the package that caused them, and the moment. */
export type WriteFrame = {
  readonly open: OpenOffice;
  readonly partner: OfficeId;
  readonly today: LocalDate;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Sealed bytes of the package in hand; empty when none is. */
  readonly sealed: Uint8Array;
};

type EntryWrite = Extract<StepWrite, { type: 'chained' | 'own' }>;

const isEntryWrite = (write: StepWrite): write is EntryWrite => write.type === 'chained' || write.type === 'own';

/** Which entries are followed by one more of the same request and the same author among a step's writes. */
function followed(writes: readonly StepWrite[]): ReadonlySet<EntryWrite> {
  const last = new Map<string, EntryWrite>();
  const keyOf = ({ entry: { parsed } }: EntryWrite): string => `${parsed.chain.slice(0, -1)}${parsed.office}`;
  for (const write of writes) if (isEntryWrite(write)) last.set(keyOf(write), write);
  return new Set(writes.filter(isEntryWrite).filter((write) => last.get(keyOf(write)) !== write));
}

/** Carries out the writes of an exchange step in their order, inside its transaction. */
export function writeAll(tx: WriteDb, writes: readonly StepWrite[], frame: WriteFrame): void {
  const more = followed(writes);
  for (const write of writes) writeStep(tx, write, frame, isEntryWrite(write) && more.has(write));
}

/**
 * Keeps a partner's receipt as the proof it is. Of several with one position the first and the newest stay: a partner
 * that only repeats itself must not fill our disk.
 */
function keepProof(tx: WriteDb, receipt: ReceiptIn, upTo: number): void {
  const { office, device, incarnation } = receipt;
  const repeats = (one: ReceiptIn): boolean =>
    one.device === device && one.incarnation === incarnation && upToOf(one) === upTo;
  const [last, before] = receiptsIn(tx, office, 2);
  if (last && before && repeats(last) && repeats(before)) dropReceiptIn(tx, last);
  keepReceiptIn(tx, receipt);
}

function upToOf({ text }: ReceiptIn): number {
  // Only receipts that were read and believed are kept.
  return (JSON.parse(text) as { readonly upTo: number }).upTo;
}

function keepReceipt(
  tx: WriteDb,
  write: Extract<StepWrite, { type: 'receipted' | 'receipt-made' }>,
  frame: WriteFrame,
): void {
  const { receipt, document } = write;
  const common = { ...document, number: receipt.number, at: frame.at };
  if (write.type === 'receipted') {
    const { office, device, incarnation } = receipt;
    keepProof(tx, { ...common, office, device, incarnation }, receipt.upTo);
    noteStoredThere(tx, frame.open.office, receipt.opened, frame.today);
    dropReceiptedBundles(tx, frame.partner, receipt.upTo);
  } else keepReceiptOut(tx, { ...common, office: receipt.to, device: receipt.stream, givenAt: null });
}

function writeStep(tx: WriteDb, write: StepWrite, frame: WriteFrame, more: boolean): void {
  const { open, partner, today, at, sealed } = frame;
  switch (write.type) {
    case 'chained':
      // Also one that had been rejected for a body that did not fit and came back whole.
      releaseHeld(tx, write.entry.id);
      if (!write.understood) noteNotUnderstood(tx, write.entry.id, partner);
      arrive(tx, write.entry, { from: partner, date: today, more }, open);
      return;
    case 'own':
      project(tx, { entry: write.entry, n: appendEntry(tx, write.entry, today), date: today, more }, open);
      return;
    case 'held': {
      const { chain, seq, state, reason, body } = write;
      const held = { ...write.sealed, chain: chain as ChainId, seq, state, reason, body: body ?? undefined };
      holdEntry(tx, { ...held, office: partner, date: today });
      return;
    }
    case 'streamed':
      appendToStream(tx, partner, { n: write.n, root: write.root }, write.entry);
      return;
    case 'hold-bundle':
      holdBundle(tx, write.id, partner, sealed);
      return;
    case 'drop-bundle':
      dropHeldBundle(tx, write.id);
      return;
    case 'set-aside':
      setAside(tx, { id: write.id, at, code: write.code, source: partner, size: sealed.length }, sealed);
      return;
    case 'receipted':
    case 'receipt-made':
      keepReceipt(tx, write, frame);
      return;
    case 'received':
      noteReceived(tx, partner, write.device, write.n, write.entry);
      return;
    case 'certificate':
      keepDeviceKey(tx, write.office, { device: write.device, key: write.key, certificate: write.document });
      return;
  }
}
