import { plainChunkSize, readManifest } from '#electron/store/chunks/manifest.ts';
import type { ReadDb } from '#electron/store/db.ts';
import { findEntry } from '#electron/store/tables/entries.ts';
import { type FileRequest, requestsWithFile } from '#electron/store/tables/entry-files.ts';
import { findFile, missingPositions } from '#electron/store/tables/files.ts';
import { allPartners, type PartnerRow } from '#electron/store/tables/partners.ts';
import type { TransferDirection } from '#electron/store/tables/transfers.ts';
import type { ManifestId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { readBody } from '#shared/protocol/body.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { readText } from '../read-fields.ts';
import { namedFiles } from '../request/timeline.ts';
import { filesDue, filesToFetch, type Standing } from '../sync/files-due.ts';

type Row = CallOutput<'transfer.list'>['rows'][number];

const mostRows = 200;

/** What the entry that names a file calls it. */
function nameOf(db: ReadDb, manifest: ManifestId, request: FileRequest | undefined): string {
  const body = request && findEntry(db, request.entry)?.body;
  const content = body === undefined ? undefined : readBody(body);
  const said = content && namedFiles(content).find((file) => file['manifest'] === manifest);
  return readText(said, 'name');
}

/** Where a file stands: the positions of its chunks the receiver lacks, and those of them that lie with a way. */
type Part = Standing & { readonly lacking: readonly number[]; readonly underWay: readonly number[] };

function rowOf(db: ReadDb, { office, name }: PartnerRow, direction: TransferDirection, part: Part): Row | undefined {
  const { manifest, paused } = part;
  const file = findFile(db, manifest);
  const read = file && readManifest(file.text);
  if (!read) return undefined;
  const request = requestsWithFile(db, office, manifest)[0];
  const bytes = (positions: readonly number[]): number =>
    positions.reduce((sum, position) => sum + plainChunkSize(read, position), 0);
  return {
    ...{ direction, office, partner: name, manifest, paused, size: read.size },
    ...{ held: read.size - bytes(part.lacking), underWay: bytes(part.underWay) },
    name: nameOf(db, manifest, request),
    ...{ request: request?.request ?? null, title: request?.title ?? '', urgency: request?.urgency ?? 'normal' },
  };
}

function rowsOf({ open, clock, random, session }: OfficeContext, partner: PartnerRow): readonly Row[] {
  const { db } = open.store;
  const { office } = partner;
  const lying = session.exchangeLying(office);
  const out = filesDue({ open, clock, random }, office).map((due): Part => {
    const underWay = due.lacking.filter((at) => lying.has(due.chunks[at] ?? ''));
    return { ...due, underWay };
  });
  const coming = filesToFetch(db, office).map((standing): Part => {
    return { ...standing, lacking: missingPositions(db, standing.manifest), underWay: [] };
  });
  return [
    ...out.flatMap((part) => rowOf(db, partner, 'out', part) ?? []),
    ...coming.flatMap((part) => rowOf(db, partner, 'in', part) ?? []),
  ];
}

/** Every file on its way, by partner and in the order they go. */
export const listTransfers: Handler<'transfer.list'> = (context) => {
  const rows = allPartners(context.open.store.db).flatMap((partner) => rowsOf(context, partner));
  return ok({ rows: rows.slice(0, mostRows), more: Math.max(0, rows.length - mostRows) });
};
