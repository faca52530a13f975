import type { DeviceId, EntryId, OfficeId } from '#shared/base/ids.ts';
import { suiteOfKey } from '../device-key.ts';
import type { SuiteId } from '../entry.ts';
import { type Receipt, readReceipt, receiptSignedBy, writeReceipt } from '../receipt.ts';
import { extendStream } from '../stream.ts';
import { blame, type Findings, remark } from './findings.ts';
import type { HeardReceipt, ProofFile, ProofRun, ProofStream } from './proof-file.ts';
import type { ProofSuite, ProvedReceipt } from './proof-verdict.ts';
import type { ProvedKeys } from './prove-keys.ts';

/** Where an entry stands in a stream and the first proved receipt over it. */
export type Covered = { readonly position: number; readonly index: number };

/** What the receipts of a proof prove. */
export type ProvedReceipts = {
  readonly receipts: readonly ProvedReceipt[];
  readonly covered: ReadonlyMap<EntryId, Covered>;
  /** Entries named in a proved receipt as stored and refused. */
  readonly refused: ReadonlySet<EntryId>;
  /** Opening entries with the day the receiving office says it stored them. */
  readonly stored: ReadonlyMap<EntryId, string>;
};

type Cell = { covered: Map<EntryId, Covered>; refused: Set<EntryId>; stored: Map<EntryId, string> };
type Root = { readonly root: string; readonly run: ProofRun };

/** The roots after every number of every run, in the suite of the device whose stream it is. */
function rootsOf(stream: ProofStream, suite: ProofSuite, of: SuiteId): ReadonlyMap<number, Root> {
  const roots = new Map<number, Root>();
  for (const run of stream.runs) {
    let position = { n: run.first - 1, root: run.before };
    for (const id of run.ids) {
      position = extendStream(position, id, suite, of);
      roots.set(position.n, { root: position.root, run });
    }
  }
  return roots;
}

function readGenuine(
  document: HeardReceipt,
  stream: ProofStream,
  suite: ProofSuite,
  devices: ReadonlyMap<DeviceId, { readonly office: OfficeId; readonly key: string }>,
): Receipt | 'receipt' | 'receipt-stream' | 'receipt-device' | 'receipt-signature' {
  const read = readReceipt(writeReceipt(document));
  if (!read.ok) return 'receipt';
  const { receipt } = read.value;
  const ofStream = receipt.office === stream.to && receipt.to === stream.office && receipt.stream === stream.device;
  if (!ofStream) return 'receipt-stream';
  const key = devices.get(receipt.device);
  if (key?.office !== receipt.office) return 'receipt-device';
  return receiptSignedBy(read.value.document, key.key, suite) ? receipt : 'receipt-signature';
}

/** Every entry of the run up to the receipt's number is bound by the root: only these ids in this order give it. */
function cover(cell: Cell, run: ProofRun, receipt: Receipt, index: number): void {
  for (const [offset, id] of run.ids.slice(0, receipt.upTo - run.first + 1).entries()) {
    if (!cell.covered.has(id)) cell.covered.set(id, { position: run.first + offset, index });
  }
  for (const id of receipt.rejected) cell.refused.add(id);
  for (const { entry, on } of receipt.opened) if (!cell.stored.has(entry)) cell.stored.set(entry, on);
}

/**
 * Checks each receipt: genuine, for this stream, and over the root that the ids of the file give. A root that differs means
 * that the office signed for another history than this one. Receipts come in the order in which they were heard.
 */
export function proveReceipts(file: ProofFile, keys: ProvedKeys, suite: ProofSuite, found: Findings): ProvedReceipts {
  const receipts: ProvedReceipt[] = [];
  const cell: Cell = { covered: new Map(), refused: new Set(), stored: new Map() };
  let n = 0;
  for (const stream of file.streams) {
    const own = keys.devices.get(stream.device)?.key;
    const roots = rootsOf(stream, suite, own === undefined ? file.suite : suiteOfKey(own));
    for (const document of stream.receipts) {
      n += 1;
      const receipt = readGenuine(document, stream, suite, keys.devices);
      if (typeof receipt === 'string') {
        blame(found, receipt, 'receipt', n);
        continue;
      }
      const at = roots.get(receipt.upTo);
      if (at === undefined) blame(found, 'run-missing', 'receipt', n);
      else if (at.root !== receipt.root) blame(found, 'root-differs', 'receipt', n);
      else {
        const { office, device, number, upTo, root } = receipt;
        if (keys.revoked.has(device)) remark(found, 'receipt-revoked', 'receipt', n);
        cover(cell, at.run, receipt, receipts.length);
        receipts.push({ office, device, number, upTo, root, heard: document.heard });
      }
    }
  }
  return { receipts, ...cell };
}
