import { err, ok, type Result } from '#shared/base/result.ts';
import { bodyHash, readBody } from './body.ts';
import { deviceIdOf, suiteOfKey } from './device-key.ts';
import type { Entry, EntryHeader, SealedEntry } from './entry.ts';
import { signedText } from './entry.ts';
import { entryId } from './make-entry.ts';
import type { Hashing, Verifying } from './ports.ts';
import { type HeaderFailure, readHeader } from './read-entry.ts';
import { fromBase64Url, utf8 } from './text-bytes.ts';

/** Why an entry is not what it claims to be. */
export type EntryFailure = HeaderFailure | 'suite-differs' | 'id-differs' | 'body-differs' | 'device-key' | 'signature';

/** What is needed to check an entry. */
export type EntryPorts = { readonly hashing: Hashing; readonly verifying: Verifying };

/** Reads an entry and proves what needs no key: header form, id, body hash. The body may be absent. */
export function readEntry(
  sealed: SealedEntry,
  body: string | undefined,
  hashing: Hashing,
): Result<Entry, EntryFailure> {
  const header = readHeader(sealed.header);
  if (!header.ok) return header;
  if (entryId(header.value.suite, sealed.header, hashing) !== sealed.id) return err('id-differs');
  if (body !== undefined && !bodyFits(header.value, body, hashing)) return err('body-differs');
  return ok({ id: sealed.id, header: sealed.header, signature: sealed.signature, parsed: header.value, body });
}

function bodyFits(header: EntryHeader, body: string, hashing: Hashing): boolean {
  return header.body !== null && bodyHash(body, hashing, header.suite) === header.body && readBody(body) !== undefined;
}

/**
 * Proves that the device named in the header signed it: `publicKey` must hash to the device id, which is how a key that
 * was certified for another device is told from this one's, and be of the suite the header names.
 */
export function verifyEntry(entry: Entry, publicKey: string, ports: EntryPorts): Result<Entry, EntryFailure> {
  if (deviceIdOf(publicKey, ports.hashing) !== entry.parsed.device) return err('device-key');
  if (suiteOfKey(publicKey) !== entry.parsed.suite) return err('suite-differs');
  const signature = fromBase64Url(entry.signature);
  if (!signature || !ports.verifying.verify(publicKey, utf8(signedText(entry.header)), signature))
    return err('signature');
  return ok(entry);
}
