import { Inflate } from 'fflate';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { ReadingFailure } from './document.ts';

/** A package whose parts are unpacked one by one, when they are asked for. */
export type Package = {
  /** Names of the parts in the order of the package's list. */
  readonly names: readonly string[];
  /** The bytes of a part; undefined when there is none of that name. */
  readonly part: (name: string) => Result<Uint8Array | undefined, ReadingFailure>;
  /**
   * Hands the bytes of a part over piece by piece, so that a large one is never in memory as a whole; `each` answers
   * false to stop. Answers whether there is a part of that name.
   */
  readonly pieces: (name: string, each: (piece: Uint8Array) => boolean) => Result<boolean, ReadingFailure>;
};

type Part = { readonly method: number; readonly packed: number; readonly size: number; readonly offset: number };

const mostParts = 20_000;
/** Bytes all parts that are asked for may unpack to together; a bomb promises petabytes. */
const mostUnpacked = 64 * 1024 * 1024;
/** Packed bytes given to the unpacker at once. Deflate grows at most 1032 times, so that 4 KiB become 4 MiB at most. */
const step = 4096;
const endMark = 0x06054b50;
const listMark = 0x02014b50;
const partMark = 0x04034b50;
const longestTail = 65_557;

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function findEnd(bytes: Uint8Array): number | undefined {
  const data = view(bytes);
  const lowest = Math.max(0, bytes.length - longestTail);
  for (let at = bytes.length - 22; at >= lowest; at -= 1) if (data.getUint32(at, true) === endMark) return at;
  return undefined;
}

/** Names in packages of documents are ASCII; other bytes are kept apart and never asked for. */
function nameAt(bytes: Uint8Array, at: number, length: number): string {
  let name = '';
  for (const byte of bytes.subarray(at, at + length)) name += String.fromCharCode(byte);
  return name.replaceAll('\\', '/').replace(/^\/+/, '');
}

function readList(bytes: Uint8Array, end: number): Result<ReadonlyMap<string, Part>, ReadingFailure> {
  const data = view(bytes);
  const count = data.getUint16(end + 10, true);
  if (count > mostParts) return err('too-large');
  const parts = new Map<string, Part>();
  let at = data.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || data.getUint32(at, true) !== listMark) return err('damaged');
    if ((data.getUint16(at + 8, true) & 1) === 1) return err('protected');
    const nameLength = data.getUint16(at + 28, true);
    const name = nameAt(bytes, at + 46, nameLength);
    const method = data.getUint16(at + 10, true);
    const packed = data.getUint32(at + 20, true);
    const size = data.getUint32(at + 24, true);
    // The first of two parts of one name counts, as in every office program.
    if (!parts.has(name)) parts.set(name, { method, packed, size, offset: data.getUint32(at + 42, true) });
    at += 46 + nameLength + data.getUint16(at + 30, true) + data.getUint16(at + 32, true);
  }
  return ok(parts);
}

/** Unpacks and stops as soon as more comes out than there is room for, whatever the package says about its size. */
function inflate(
  packed: Uint8Array,
  room: number,
  each: (piece: Uint8Array) => boolean,
): Result<number, ReadingFailure> {
  let total = 0;
  let wanted = true;
  const inflater = new Inflate((piece) => {
    total += piece.length;
    if (total <= room && wanted && piece.length > 0) wanted = each(piece);
  });
  try {
    for (let at = 0; at < packed.length && total <= room && wanted; at += step) {
      inflater.push(packed.subarray(at, at + step), at + step >= packed.length);
    }
  } catch {
    return err('damaged');
  }
  return total > room ? err('too-large') : ok(total);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Unpacks one part; answers how many bytes came out. */
function unpack(
  bytes: Uint8Array,
  part: Part,
  room: number,
  each: (piece: Uint8Array) => boolean,
): Result<number, ReadingFailure> {
  if (part.size > room) return err('too-large');
  const data = view(bytes);
  if (part.offset + 30 > bytes.length || data.getUint32(part.offset, true) !== partMark) return err('damaged');
  const start = part.offset + 30 + data.getUint16(part.offset + 26, true) + data.getUint16(part.offset + 28, true);
  if (start + part.packed > bytes.length) return err('damaged');
  const packed = bytes.subarray(start, start + part.packed);
  if (part.method === 8) return inflate(packed, room, each);
  if (part.method !== 0) return err('damaged');
  if (packed.length > room) return err('too-large');
  each(packed);
  return ok(packed.length);
}

/**
 * Opens a zip package (docx, xlsx, OFD). Nothing is unpacked before it is asked for; all parts together unpack to `most`
 * bytes, 64 MiB unless said otherwise, counted by what really comes out and not by what the package says. Packages beyond
 * 4 GiB and encrypted ones are refused.
 */
export function openPackage(bytes: Uint8Array, most = mostUnpacked): Result<Package, ReadingFailure> {
  const end = bytes.length < 22 ? undefined : findEnd(bytes);
  if (end === undefined) return err('damaged');
  const list = readList(bytes, end);
  if (!list.ok) return list;
  let room = most;
  const pieces: Package['pieces'] = (name, each) => {
    const part = list.value.get(name.replace(/^\/+/, ''));
    if (part === undefined) return ok(false);
    const unpacked = unpack(bytes, part, room, each);
    if (!unpacked.ok) return unpacked;
    room -= unpacked.value;
    return ok(true);
  };
  return ok({
    names: [...list.value.keys()],
    pieces,
    part: (name) => {
      const found: Uint8Array[] = [];
      const there = pieces(name, (piece) => found.push(piece) > 0);
      if (!there.ok) return there;
      return ok(there.value ? joined(found) : undefined);
    },
  });
}
