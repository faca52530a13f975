import { findOffice } from '#electron/store/tables/office.ts';
import { findPartner } from '#electron/store/tables/partners.ts';
import { findRequest, type RequestRow } from '#electron/store/tables/requests.ts';
import { err, ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { notFound } from '#shared/contract/failure.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import type { Entry } from '#shared/protocol/entry.ts';
import { isForked, type RequestSlice } from '#shared/protocol/slice.ts';
import type { Gathered } from '#shared/protocol/step-types.ts';
import { verifyEntry } from '#shared/protocol/verify-entry.ts';
import type { Handler, OpenOffice } from '../context.ts';
import { gatherWith, sliceOf } from '../sync/gather.ts';

type Fork = CallOutput<'request.forks'>[number];
type Writer = Pick<Fork, 'side' | 'name' | 'ours'> & { readonly office: RequestRow['partner'] };
type Keys = Gathered['keys'];

const most = 50;

function entryView({ open, keys }: { open: OpenOffice; keys: Keys }, writer: Writer, entry: Entry): Fork['other'] {
  const { seq, kind, on, device } = entry.parsed;
  const key = keys.get(device);
  const ports = { hashing: open.suite, verifying: open.suite };
  const genuine = key?.office === writer.office && verifyEntry(entry, key.key, ports).ok;
  return { id: entry.id, seq, kind, on, device, genuine };
}

function forksOn(from: { open: OpenOffice; keys: Keys }, slice: RequestSlice, writer: Writer): readonly Fork[] {
  const { entries, held } = slice[writer.side];
  return held
    .filter(({ state }) => state === 'fork')
    .map(({ entry }) => {
      const same = entries[entry.parsed.seq - 1];
      const standing = same ?? entries[entry.parsed.seq - 2];
      return {
        ...writer,
        about: same ? ('place' as const) : ('past' as const),
        standing: standing ? entryView(from, writer, standing) : null,
        other: entryView(from, writer, entry),
      };
    });
}

/** Who writes a chain of a request. */
function writerOf(open: OpenOffice, row: RequestRow, side: Side): Writer {
  const { db } = open.store;
  const ours = (side === 'r') === (row.direction === 'out');
  return ours
    ? { side, ours, office: open.office, name: findOffice(db)?.name ?? open.office }
    : { side, ours, office: row.partner, name: findPartner(db, row.partner)?.name ?? row.partner };
}

/** Where a chain of a request contradicts itself: what stands here, and what its writer signed besides. */
export const requestForks: Handler<'request.forks'> = ({ open }, { request }) => {
  const { db } = open.store;
  const row = findRequest(db, request);
  if (!row) return err(notFound('request'));
  const slice = sliceOf(db, request);
  if (!isForked(slice.r) && !isForked(slice.e)) return ok([]);
  const from = { open, keys: gatherWith(db, row.partner, [], open).keys };
  return ok((['r', 'e'] as const).flatMap((side) => forksOn(from, slice, writerOf(open, row, side))).slice(0, most));
};
