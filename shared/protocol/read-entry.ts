import type { JsonObject } from '#shared/base/canonical-json.ts';
import { parseLocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { readChainId } from './chain-id.ts';
import type { EntryHeader } from './entry.ts';
import { readStamp } from './hybrid-clock.ts';
import { isRecord, parseCanonical } from './read-json.ts';
import {
  closed,
  from,
  hasShape,
  isDeviceId,
  isEntryId,
  isHash,
  isOffice,
  list,
  matches,
  orNull,
  type Shape,
} from './shape.ts';

/**
 * Why a header cannot be read.
 * - header-too-large, header-not-canonical, header-shape: it is not a header of format 1.
 * - header-newer: a later format; kept until an update can read it.
 */
export type HeaderFailure = 'header-too-large' | 'header-not-canonical' | 'header-shape' | 'header-newer';

/** Largest header in UTF-16 units of anything that may be embedded elsewhere. */
export const largestHeader = 40_000;
/** Largest header of an executor's chain: it embeds a command's header, whose every unit may need two when quoted. */
export const largestOrderHeader = 2 * largestHeader + 8_000;
/** Largest header of a device's own chain, which is embedded nowhere: an act may name 2 000 parties and 200 claims. */
export const largestDeviceHeader = 110_000;
const mostFiles = 500;
const mostBasedOn = 500;

const counts = from(1);
const isHead = closed({ seq: counts, id: isEntryId });

/** True for 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM' of a date that exists. */
export function isMoment(text: string): boolean {
  if (parseLocalDate(text.slice(0, 10)) === undefined) return false;
  return text.length === 10 || /^T([01]\d|2[0-3]):[0-5]\d$/.test(text.slice(10));
}

const everywhere: Shape = {
  v: (value) => value === 1,
  suite: matches(/^s[12]$/),
  chain: (value) => typeof value === 'string' && readChainId(value) !== undefined,
  seq: counts,
  prev: orNull(isEntryId),
  kind: matches(/^[a-z][a-z0-9.-]{0,59}$/),
  kv: counts,
  minReader: counts,
  office: isOffice,
  device: isDeviceId,
  actor: matches(/^[A-Za-z0-9._-]{1,64}$/),
  on: (value) => typeof value === 'string' && isMoment(value),
  at: (value) => typeof value === 'string' && readStamp(value) !== undefined,
  body: orNull(isHash),
  files: list(isHash, mostFiles),
  facts: isRecord,
};
const inRequests: Shape = { ...everywhere, pen: counts, seen: orNull(isHead) };
const inDevices: Shape = { ...everywhere, basedOn: list(isEntryId, mostBasedOn) };

function isHeader(value: JsonObject): value is JsonObject & EntryHeader {
  const ofRequest = typeof value['chain'] === 'string' && value['chain'].startsWith('request/');
  if (!(ofRequest ? hasShape(value, inRequests) : hasShape(value, inDevices, ['basedOn']))) return false;
  return (value['seq'] === 1) === (value['prev'] === null);
}

/** How long the header of an entry of this chain may be, in UTF-16 units. */
export function largestOf(header: Pick<EntryHeader, 'chain'>): number {
  if (header.chain.startsWith('device/')) return largestDeviceHeader;
  return /^request\/.*\/e$/.test(header.chain) ? largestOrderHeader : largestHeader;
}

/**
 * Reads a header strictly: canonical form, exactly the fields of format 1, bounded sizes. The text itself is what is kept
 * and forwarded; nothing is ever written again from the parsed value.
 */
export function readHeader(header: string): Result<EntryHeader, HeaderFailure> {
  if (header.length > largestDeviceHeader) return err('header-too-large');
  const value = parseCanonical(header);
  if (!value) return err('header-not-canonical');
  if (isHeader(value)) return header.length <= largestOf(value) ? ok(value) : err('header-too-large');
  return err(typeof value['v'] === 'number' && value['v'] > 1 ? 'header-newer' : 'header-shape');
}
