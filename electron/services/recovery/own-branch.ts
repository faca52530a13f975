import type { WriteDb } from '#electron/store/db.ts';
import { displaceFrom } from '#electron/store/tables/displaced.ts';
import { entryAt } from '#electron/store/tables/entries.ts';
import { type HeldEntry, heldOfChain, regradeHeld } from '#electron/store/tables/held-entries.ts';
import { isReceived } from '#electron/store/tables/in-streams.ts';
import { pastPlaces } from '#electron/store/tables/past-streams.ts';
import type { ChainId, EntryId, OfficeId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { Above } from '#shared/protocol/link.ts';
import { readHeader } from '#shared/protocol/read-entry.ts';

/** Whose entries are compared: our office's, as the partner holds them, and what it has signed for of our former streams. */
export type Compared = {
  readonly us: OfficeId;
  readonly partner: OfficeId;
  readonly agreed: readonly Above[];
  readonly date: LocalDate;
};

/** Whether the partner holds an entry of ours: it signed for it, or it gave it back. */
function isHeldThere(tx: WriteDb, entry: EntryId, { partner, agreed }: Compared): boolean {
  const signedFor = pastPlaces(tx, partner, entry).some(({ device, n }) =>
    agreed.some(({ stream, above }) => stream === device && n <= above),
  );
  return signedFor || isReceived(tx, partner, entry);
}

/** The first place at which the partner gave another entry of ours back than the one that stands here. */
function branchOf(tx: WriteDb, chain: ChainId): HeldEntry | undefined {
  return heldOfChain(tx, chain).find((held) => {
    const header = held.state === 'fork' ? readHeader(held.header) : undefined;
    if (!header?.ok || !entryAt(tx, chain, held.seq)) return false;
    return header.value.prev === (entryAt(tx, chain, held.seq - 1)?.id ?? null);
  });
}

/**
 * Where the partner holds other entries of ours than an older copy of this data wrote since, ours leave the chain and are
 * kept as orphans; the partner's may follow then. Answers whether anything left. One of which the partner holds both stays
 * as it is: the takeover names it, and the other one becomes the orphan.
 */
export function giveWay(tx: WriteDb, chain: ChainId, compared: Compared): boolean {
  const branch = branchOf(tx, chain);
  const standing = branch && entryAt(tx, chain, branch.seq);
  if (!standing || isHeldThere(tx, standing.id, compared)) return false;
  displaceFrom(tx, chain, branch.seq, { office: compared.us, date: compared.date });
  regradeHeld(tx, chain, ['fork'], { state: 'waiting', reason: 'earlier-missing' });
  return true;
}
