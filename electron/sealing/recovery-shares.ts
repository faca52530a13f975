import { combine, split } from 'shamir-secret-sharing';
import type { Random } from '#shared/base/ports.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { RecoveryShareFailure } from './custody-failure.ts';
import { hkdf } from './hkdf.ts';
import { recoveryKeyPair, spellRecoveryKey } from './recovery-key.ts';
import { groupLength, readGroups, spellGroups, tidyGroups } from './spelled-groups.ts';

/** People who keep a share each. */
export const shareCount = 3;
/** Any so many shares give the recovery key; one alone says nothing about it. */
const sharesNeeded = 2;

const groups = 10;
const tagBytes = 2;
const splitBytes = 2;
/** 20 bytes of the key and where on the curve the share lies. */
const pointBytes = 21;

/** One share as it was read: its number on the sheet, the key and the splitting it is of, and its own part of the secret. */
type Share = { readonly number: number; readonly tag: string; readonly splitting: string; readonly point: Uint8Array };

/** What a share says of its key: follows from the public half, so that a share of another key is told before it is used. */
function tagOf(publicKey: string): Uint8Array {
  return hkdf(Buffer.from(publicKey, 'base64url'), new Uint8Array(), 'xieban-recovery-share-v1').subarray(0, tagBytes);
}

const placeOf = (number: number): number => 1 + (number - 1) * groups;

function spellShare(number: number, bytes: Uint8Array): string {
  return `${number}-${spellGroups(bytes, placeOf(number))}`;
}

/**
 * Splits the secret of a recovery key among three people, so that any two of them open what the key opens. Each share is
 * spelled as its number and ten groups of five characters, the last of each its check character. Draws at random, so a
 * second splitting gives shares that do not fit those of the first.
 */
export async function splitRecoverySecret(secret: Uint8Array, random: Random): Promise<readonly string[]> {
  const tag = tagOf(recoveryKeyPair(secret).publicKey);
  const splitting = random.bytes(splitBytes);
  const points = await split(Uint8Array.from(secret), shareCount, sharesNeeded);
  return points.map((point, i) => spellShare(i + 1, Buffer.concat([point, tag, splitting])));
}

function readShare(typed: string, which: 1 | 2): Result<Share, RecoveryShareFailure> {
  const [first = '', ...characters] = tidyGroups(typed);
  const number = Number(first);
  if (characters.length !== groups * groupLength) return err({ code: 'recovery-share-length', share: which });
  if (!(number >= 1 && number <= shareCount)) return err({ code: 'recovery-share-number', share: which });
  const read = readGroups(characters, placeOf(number));
  if (!read.ok) return err({ code: 'recovery-share-typo', share: which, group: read.error });
  const said = (from: number, to: number): string => Buffer.from(read.value.subarray(from, to)).toString('hex');
  const tagEnd = pointBytes + tagBytes;
  const point = read.value.slice(0, pointBytes);
  return ok({ number, tag: said(pointBytes, tagEnd), splitting: said(tagEnd, tagEnd + splitBytes), point });
}

function together(one: Share, other: Share, publicKey: string): Result<void, RecoveryShareFailure> {
  const tag = Buffer.from(tagOf(publicKey)).toString('hex');
  if (one.tag !== tag) return err({ code: 'recovery-share-foreign', share: 1 });
  if (other.tag !== tag) return err({ code: 'recovery-share-foreign', share: 2 });
  if (one.splitting !== other.splitting) return err({ code: 'recovery-shares-apart' });
  return one.number === other.number ? err({ code: 'recovery-share-twice' }) : ok(undefined);
}

/**
 * The recovery key out of two shares as they were typed, for data whose recovery key has this public half. Refused, with
 * the one of the two it is about: mistyped, of another office's or an older key, of two splittings, the same one twice.
 */
export async function recoveryKeyFromShares(
  publicKey: string,
  typed: readonly [string, string],
): Promise<Result<string, RecoveryShareFailure>> {
  const one = readShare(typed[0], 1);
  if (!one.ok) return one;
  const other = readShare(typed[1], 2);
  if (!other.ok) return other;
  const fit = together(one.value, other.value, publicKey);
  if (!fit.ok) return fit;
  const points = [one.value.point, other.value.point];
  // Only what was altered with its check characters can have two numbers and one place on the curve.
  if (points[0]?.at(-1) === points[1]?.at(-1)) return err({ code: 'recovery-shares-wrong' });
  const secret = await combine(points);
  return recoveryKeyPair(secret).publicKey === publicKey
    ? ok(spellRecoveryKey(secret))
    : err({ code: 'recovery-shares-wrong' });
}
