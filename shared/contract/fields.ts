import { z } from 'zod';
import {
  type DossierId,
  type EntryId,
  type ManifestId,
  type OfficeId,
  parseOfficeId,
  type RequestId,
  type UserId,
} from '#shared/base/ids.ts';
import { type LocalDate, parseLocalDate } from '#shared/base/local-date.ts';
import type { Fen } from '#shared/base/money.ts';

/** A date that exists, 'YYYY-MM-DD'. */
export const dateField = z.custom<LocalDate>((v) => typeof v === 'string' && parseLocalDate(v) !== undefined);
/** When it happened: a date, optionally with 'THH:MM'. */
export const momentField = z.string().regex(/^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/);
/** Fen, exact. */
export const fenField = z.custom<Fen>((v) => Number.isSafeInteger(v));
/** One line a person typed, at most `max` characters. */
export const line = (max = 200) => z.string().max(max);
/** Several lines a person typed, at most `max` characters. */
export const prose = (max = 20_000) => z.string().max(max);

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const idOf = <T extends string>() => z.custom<T>((v) => typeof v === 'string' && uuid.test(v));

export const dossierIdField = idOf<DossierId>();
export const requestIdField = idOf<RequestId>();
export const rowIdField = idOf<string>();
export const userIdField = idOf<UserId>();
export const officeIdField = z.custom<OfficeId>((v) => typeof v === 'string' && parseOfficeId(v) !== undefined);
export const entryIdField = z.custom<EntryId>((v) => typeof v === 'string' && /^s[12]:[0-9a-f]{64}$/.test(v));
export const manifestIdField = z.custom<ManifestId>((v) => typeof v === 'string' && /^[0-9a-f]{64}$/.test(v));
/** Bytes of a file part, at most 1 MiB a call. */
export const bytesField = z.custom<Uint8Array>((v) => v instanceof Uint8Array && v.byteLength <= 1_048_576);

/** Where in a list to begin and how many rows to give (at most 200). */
export const pageInput = {
  offset: z.int().min(0).max(100_000_000).default(0),
  limit: z.int().min(1).max(200).default(50),
};

/**
 * The revision of what the person was shown when the form was opened. Fields somebody else changed after it and this
 * call changes too are answered as a conflict; other changes are kept beside each other.
 */
export const baseField = z.int().min(0);

/** The window a draft is of: made anew for every window, so that two over one form keep a draft each. */
export const writerField = z
  .string()
  .regex(/^[a-zA-Z0-9-]{0,40}$/)
  .default('');

/** What every act answers: the id it made or changed and the revision screens can wait for. */
export const done = z.strictObject({ id: z.string(), revision: z.int() });
/** An act that makes nothing with an id. */
export const revisionOnly = z.strictObject({ revision: z.int() });
