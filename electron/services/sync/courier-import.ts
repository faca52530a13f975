import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createCourierTransport } from '#electron/exchange/courier.ts';
import { inFolder } from '#electron/exchange/folder.ts';
import type { Arrival, Transport } from '#electron/exchange/transport.ts';
import { allPartners, findPartner } from '#electron/store/tables/partners.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Handler, OpenOffice } from '../context.ts';
import { nextRevision } from '../session/revision.ts';
import { eachPackage } from './each-package.ts';
import { fetchFiles } from './fetch-files.ts';
import { packageToRead } from './medium.ts';
import { type Labelled, noteLabelled, printOf } from './medium-print.ts';
import type { Exchange } from './run-step.ts';
import { carrierFailure } from './send.ts';
import { takeWithHeld } from './take-package.ts';
import type { Gained } from './way-memory.ts';

type Line = { office: string; name: string; bundles: number; entries: number; files: number; bytes: number };
type Tally = { readonly lines: Map<OfficeId, Line>; readonly labelled: Labelled; setAside: number };

function lineOf(exchange: Exchange, tally: Tally, office: OfficeId): Line {
  const name = findPartner(exchange.open.store.db, office)?.name ?? office;
  const line = tally.lines.get(office) ?? { office, name, bundles: 0, entries: 0, files: 0, bytes: 0 };
  tally.lines.set(office, line);
  return line;
}

async function takeOne(exchange: Exchange, item: Arrival, tally: Tally): Promise<Result<'done' | 'early', Failure>> {
  const sealed = await item.read();
  if (!sealed.ok) {
    if (sealed.error === 'unreachable') return { ok: false, error: carrierFailure(sealed.error) };
    // One place of the medium that cannot be read must not keep the rest from being taken.
    tally.setAside += 1;
    return ok('done');
  }
  noteLabelled(exchange.open, tally.labelled, exchange.open.office, sealed.value);
  const taken = takeWithHeld(exchange, sealed.value);
  if (!taken.ok) return taken;
  if (taken.value.taken.outcome === 'set-aside') tally.setAside += 1;
  if (taken.value.taken.outcome !== 'taken') return ok('done');
  if (taken.value.outputs.some(({ type }) => type === 'no-room')) return ok('early');
  const line = lineOf(exchange, tally, taken.value.taken.partner);
  line.bundles += 1;
  line.entries += taken.value.entries;
  line.bytes += sealed.value.length;
  return ok('done');
}

/** Takes packages in and answers those that came too early. */
async function takeSome(
  exchange: Exchange,
  items: readonly Arrival[],
  tally: Tally,
): Promise<Result<readonly Arrival[], Failure>> {
  const early: Arrival[] = [];
  for (const item of items) {
    const taken = await takeOne(exchange, item, tally);
    if (!taken.ok) return taken;
    if (taken.value === 'early') early.push(item);
  }
  return ok(early);
}

/** Takes in all that lies there; what came too early is read again as long as any of it is taken. */
async function takeAll(exchange: Exchange, transport: Transport, tally: Tally): Promise<Result<void, Failure>> {
  const early: Arrival[] = [];
  const read = await eachPackage(transport, exchange.open.office, async (item) => {
    const taken = await takeOne(exchange, item, tally);
    if (taken.ok && taken.value === 'early') early.push(item);
    return taken.ok ? ok(undefined) : taken;
  });
  if (!read.ok) return read;
  for (let left: readonly Arrival[] = early, before = -1; left.length > 0 && left.length !== before; ) {
    before = left.length;
    const taken = await takeSome(exchange, left, tally);
    if (!taken.ok) return taken;
    left = taken.value;
  }
  return ok(undefined);
}

async function packagesForOthers(path: string, us: OfficeId): Promise<number> {
  const counted = await inFolder(path, async () => {
    const offices = await readdir(join(path, 'inbox')).catch(() => []);
    const others: string[] = [];
    for (const office of offices.filter((one) => one !== us)) {
      others.push(...(await readdir(join(path, 'inbox', office)).catch(() => [])));
    }
    return others.filter((name) => name.endsWith('.xb')).length;
  });
  return counted.ok ? counted.value : 0;
}

async function takeFiles(
  exchange: Exchange,
  transport: Transport,
  tally: Tally,
  gained: Gained,
): Promise<Result<void, Failure>> {
  for (const { office } of allPartners(exchange.open.store.db)) {
    const fetched = await fetchFiles(exchange, transport, office, 'by-hand');
    if (!fetched.ok) return fetched;
    const { chunks, whole, bytes, unread, full } = fetched.value;
    if (chunks.length > 0) {
      gained(office, chunks);
      const line = lineOf(exchange, tally, office);
      line.files += whole.length;
      line.bytes += bytes;
    }
    if (full) return err(full);
    tally.setAside += unread.length;
  }
  return ok(undefined);
}

/** Of every office with packages for us on the medium, how many they are and the fingerprint its slip should bear. */
function printsOf(open: OpenOffice, labelled: Labelled): CallOutput<'courier.import'>['prints'] {
  return [...labelled].map(([office, ids]) => {
    const name = findPartner(open.store.db, office)?.name ?? office;
    return { office, name, ...printOf(open, office, open.office, ids) };
  });
}

/**
 * Takes in everything on a medium that is for this office: again and again if need be, each fact is taken once. Nothing
 * on the medium is removed. What cannot be used is kept aside with its reason and named in the answer.
 */
export const importCourier: Handler<'courier.import'> = async (context, { folder }) => {
  const { open, clock, random, session } = context;
  const exchange = { open, clock, random };
  const path = await packageToRead(folder);
  if (!path.ok) return path;
  if (path.value === undefined) {
    return ok({ lines: [], prints: [], setAside: 0, forOthers: 0, revision: nextRevision(context) });
  }
  const transport = createCourierTransport(path.value);
  const tally: Tally = { lines: new Map(), labelled: new Map(), setAside: 0 };
  const taken = await takeAll(exchange, transport, tally);
  if (!taken.ok) return taken;
  const files = await takeFiles(exchange, transport, tally, session.exchangeGained);
  if (!files.ok) return files;
  const forOthers = await packagesForOthers(path.value, open.office);
  const { setAside } = tally;
  const [lines, prints] = [[...tally.lines.values()], printsOf(open, tally.labelled)];
  return ok({ lines, prints, setAside, forOthers, revision: nextRevision(context) });
};
