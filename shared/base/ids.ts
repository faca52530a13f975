import type { Brand } from './brand.ts';

/** Office code: lower-case ASCII letters, digits and '-', chosen at set-up, unique inside an alliance. */
export type OfficeId = Brand<string, 'OfficeId'>;
/** Device key id: hex of the first 16 bytes of the hash of its public signing key. */
export type DeviceId = Brand<string, 'DeviceId'>;
/** Opaque id of a person of the office; never a name. */
export type UserId = Brand<string, 'UserId'>;
/** Time-ordered id (UUID version 7) of a dossier. */
export type DossierId = Brand<string, 'DossierId'>;
/** Time-ordered id (UUID version 7) of an assist request. */
export type RequestId = Brand<string, 'RequestId'>;
/** Suite id, ':' and the hex hash of an entry's signed bytes. */
export type EntryId = Brand<string, 'EntryId'>;
/** 'device/<id>', 'audit/<device>', 'request/<id>/r' or 'request/<id>/e'. */
export type ChainId = Brand<string, 'ChainId'>;
/** Hex hash of the salted bytes of a body. */
export type BodyHash = Brand<string, 'BodyHash'>;
/** Hex hash of a file manifest. */
export type ManifestId = Brand<string, 'ManifestId'>;

const officeShape = /^[a-z0-9](?:[a-z0-9-]{1,38}[a-z0-9])$/;

/** Names no folder can bear on Windows; an office's packages lie in a folder of its code. */
const deviceName = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** Reads an office code of 3 to 40 characters; undefined when it does not have the form or Windows keeps it for itself. */
export function parseOfficeId(text: string): OfficeId | undefined {
  return officeShape.test(text) && !deviceName.test(text) ? (text as OfficeId) : undefined;
}

/**
 * Makes a UUID version 7 from the milliseconds since 1970 and 10 random bytes: ids made later sort later,
 * so rows of one day lie together on disk.
 */
export function timeOrderedId(nowMs: number, random: Uint8Array): string {
  const hex = (bytes: Uint8Array): string => [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
  const tail = Uint8Array.from(random.subarray(0, 10));
  tail[0] = ((tail[0] ?? 0) & 0x0f) | 0x70;
  tail[2] = ((tail[2] ?? 0) & 0x3f) | 0x80;
  const time = Math.max(0, Math.floor(nowMs)).toString(16).padStart(12, '0');
  const rest = hex(tail);
  return `${time.slice(0, 8)}-${time.slice(8)}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`;
}
