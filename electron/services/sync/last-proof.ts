import type { ReadDb } from '#electron/store/db.ts';
import { newestReceiptOut, receiptsIn, type SignedText } from '#electron/store/tables/receipts.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { shanghaiDate, shanghaiTime } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Receipt } from '#shared/protocol/receipt.ts';

type LastProof = CallOutput<'sync.status'>['partners'][number]['proof'];

const at = (ms: number): string => `${shanghaiDate(ms)} ${shanghaiTime(ms)}`;

function upToOf({ text }: SignedText): number {
  // Only receipts that were read and believed, or made here, are kept.
  return (JSON.parse(text) as Pick<Receipt, 'upTo'>).upTo;
}

/** The last proof of contact with a partner: the newest receipt of theirs that we believe, and the newest of ours. */
export function lastProof(db: ReadDb, office: OfficeId): LastProof {
  const theirs = receiptsIn(db, office, 1)[0];
  const ours = newestReceiptOut(db, office);
  return {
    theirs: theirs ? { number: theirs.number, at: at(theirs.at), upTo: upToOf(theirs) } : null,
    ours: ours ? { number: ours.number, at: at(ours.at), upTo: upToOf(ours), given: ours.givenAt !== null } : null,
  };
}
