import type { Transport } from '#electron/exchange/transport.ts';
import { sealedId } from '#electron/sealing/suites.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { parseOfficeId } from '#shared/base/ids.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { mediumPrint } from '#shared/protocol/medium-print.ts';
import type { OpenOffice } from '../context.ts';
import { eachPackage } from './each-package.ts';
import { carrierFailure } from './send.ts';

/** The packages of a medium for one office, by the office their label names as sender. */
export type Labelled = Map<OfficeId, string[]>;

/** Notes a package read from a medium for `to`. One whose label cannot be read, or names another office, is nobody's. */
export function noteLabelled(open: OpenOffice, labelled: Labelled, to: OfficeId, sealed: Uint8Array): void {
  const about = open.suite.sealedAbout(sealed);
  if (!about.ok || about.value['to'] !== to) return;
  const sender = about.value['from'];
  const from = typeof sender === 'string' ? parseOfficeId(sender) : undefined;
  if (from !== undefined) labelled.set(from, [...(labelled.get(from) ?? []), sealedId(sealed)]);
}

/** How many different packages of an office for another one there are, and their fingerprint. */
export function printOf(open: OpenOffice, from: OfficeId, to: OfficeId, ids: readonly string[]) {
  return { packages: new Set(ids).size, print: mediumPrint(from, to, ids, open.suite) };
}

/**
 * The fingerprint of everything of ours that lies on a medium for a partner: of what an earlier act wrote to it too, since
 * whoever reads the medium finds all of it.
 */
export async function printOnMedium(
  open: OpenOffice,
  transport: Transport,
  to: OfficeId,
): Promise<Result<{ packages: number; print: string }, Failure>> {
  const labelled: Labelled = new Map();
  const read = await eachPackage(transport, to, async (item) => {
    const sealed = await item.read();
    if (sealed.ok) noteLabelled(open, labelled, to, sealed.value);
    return sealed.ok || sealed.error !== 'unreachable'
      ? ok(undefined)
      : { ok: false, error: carrierFailure(sealed.error) };
  });
  if (!read.ok) return read;
  return ok(printOf(open, open.office, to, labelled.get(open.office) ?? []));
}
