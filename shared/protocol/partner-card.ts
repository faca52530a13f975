import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { DeviceId, OfficeId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { deviceIdOf, suiteOfKey } from './device-key.ts';
import type { SuiteId } from './entry.ts';
import type { Hashing, Signing, Verifying } from './ports.ts';
import { parseCanonical } from './read-json.ts';
import { devicesOf } from './request-suite.ts';
import {
  closed,
  from,
  hasShape,
  isDate,
  isDeviceId,
  isKey,
  isOffice,
  isOpen,
  list,
  matches,
  orNull,
  textUpTo,
} from './shape.ts';
import {
  documentHash,
  readDocument,
  type SignedDocument,
  signDocument,
  signedBy,
  writeDocument,
} from './signed-document.ts';
import { utf8 } from './text-bytes.ts';

/** A key bundles may be sealed to, and the days it may be used. */
export type SealingKey = { readonly key: string; readonly from: LocalDate; readonly to: LocalDate | null };

/** What an office gives to a partner so that both can exchange requests. Signed by the office root key. */
export type PartnerCard = {
  readonly v: 1;
  readonly office: OfficeId;
  /** Full name with province, city and county. */
  readonly name: string;
  /** Division code of six digits (GB/T 2260). */
  readonly region: string;
  /** base64url of the office root key; it signs this card and certifies devices. */
  readonly officeKey: string;
  /** 1, 2, 3...: a later card of the same office key replaces an earlier one. */
  readonly version: number;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  /** The device that receives for the whole office and opens every executor chain. */
  readonly intake: { readonly device: DeviceId; readonly key: string };
  /**
   * The same device under its key of another suite, for requests written in that one. Absent where the office has keys of
   * one suite only.
   */
  readonly also?: { readonly device: DeviceId; readonly key: string };
  readonly sealing: readonly SealingKey[];
  /** Devices whose keys are no longer good. */
  readonly revoked: readonly DeviceId[];
  /** The suites the office can write requests in: those of its device's keys. */
  readonly suites: readonly SuiteId[];
  /** Reader version of the office's programs and the request kinds they can read. */
  readonly reader: number;
  readonly kinds: readonly string[];
  /** Scope of the agreement between the offices, in words. */
  readonly scope: string;
  /** What later versions say besides; kept as it came. */
  readonly more: JsonObject;
};

const shape = {
  v: (value: unknown) => value === 1,
  office: isOffice,
  name: textUpTo(200),
  region: matches(/^\d{6}$/),
  officeKey: isKey,
  version: from(1),
  validFrom: isDate,
  validTo: isDate,
  intake: closed({ device: isDeviceId, key: isKey }),
  also: closed({ device: isDeviceId, key: isKey }),
  sealing: list(closed({ key: isKey, from: isDate, to: orNull(isDate) }), 20),
  revoked: list(isDeviceId, 200),
  suites: list(matches(/^s[12]$/), 2),
  reader: from(1),
  kinds: list(matches(/^[A-Z][A-Z0-9_]{0,39}$/), 100),
  scope: textUpTo(1000),
  more: isOpen,
};

function isCard(value: JsonObject): value is JsonObject & PartnerCard {
  return hasShape(value, shape, ['also']);
}

/** Why a card is not taken. */
export type CardFailure =
  | 'card-shape'
  | 'card-newer'
  | 'card-device'
  | 'card-suite'
  | 'card-no-sealing-key'
  | 'card-signature';

/** A card with its signed form. `hash` names this version in receipts and requests. */
export type SignedCard = { readonly card: PartnerCard; readonly document: SignedDocument; readonly hash: string };

/** Signs a card with the office root key. */
export function signCard(card: PartnerCard, office: Signing, hashing: Hashing): SignedCard {
  const document = signDocument('xieban-card-v1', card, office);
  return { card, document, hash: documentHash('xieban-card-v1', document, hashing, suiteOfKey(card.officeKey)) };
}

/** The card as a file (or QR code text) of three lines. */
export function writeCard(document: SignedDocument): string {
  return writeDocument('xieban-card-v1', document);
}

/** Whether a card's keys are those of the suites it names: the office's own ones of one suite, the device's of each. */
function suitesFit({ officeKey, intake, also, sealing, suites }: PartnerCard): boolean {
  const own = suiteOfKey(officeKey);
  const all = [intake.key, ...sealing.map(({ key }) => key)];
  const named = also ? [own, suiteOfKey(also.key)] : [own];
  return (
    all.every((key) => suiteOfKey(key) === own) &&
    new Set(named).size === named.length &&
    [...named].sort().join() === [...suites].sort().join()
  );
}

/** Reads a card file and checks that its own office key signed it. Whether that key is the partner's, people tell by the fingerprint. */
export function readCard(
  file: string,
  ports: { readonly hashing: Hashing; readonly verifying: Verifying },
): Result<SignedCard, CardFailure> {
  const document = readDocument('xieban-card-v1', file);
  if (!document.ok) return err('card-shape');
  const value = parseCanonical(document.value.text);
  if (typeof value?.['v'] === 'number' && value['v'] > 1) return err('card-newer');
  if (!value || !isCard(value)) return err('card-shape');
  if (devicesOf(value).some(({ device, key }) => deviceIdOf(key, ports.hashing) !== device)) return err('card-device');
  if (!suitesFit(value)) return err('card-suite');
  if (value.sealing.length === 0) return err('card-no-sealing-key');
  if (!signedBy('xieban-card-v1', document.value, value.officeKey, ports.verifying)) return err('card-signature');
  return ok({
    card: value,
    document: document.value,
    hash: documentHash('xieban-card-v1', document.value, ports.hashing, suiteOfKey(value.officeKey)),
  });
}

/** How a card relates to the one held of that office: 'different-key' is never taken silently. */
export type CardRelation = 'new' | 'same' | 'newer' | 'older' | 'different-key';

/** Compares a card read now with the one held. */
export function relateCard(read: SignedCard, held: SignedCard | undefined): CardRelation {
  if (!held) return 'new';
  if (read.card.officeKey !== held.card.officeKey) return 'different-key';
  if (read.hash === held.hash) return 'same';
  return read.card.version > held.card.version ? 'newer' : 'older';
}

/** The keys to seal to on a day; the newest alone when none is dated for it, so that a late card never stops an exchange. */
export function sealingKeysOn(card: PartnerCard, today: LocalDate): readonly string[] {
  const current = card.sealing.filter((key) => key.from <= today && (key.to === null || today <= key.to));
  const newest = [...card.sealing].sort((a, b) => (a.from < b.from ? 1 : -1)).slice(0, 1);
  return (current.length > 0 ? current : newest).map((key) => key.key);
}

/**
 * Fingerprint of an office's root key, six groups of five digits, which both sides read to each other by telephone:
 * about 99 bits. It does not change when a card is renewed.
 */
export function fingerprint(card: Pick<PartnerCard, 'office' | 'officeKey'>, hashing: Hashing): string {
  const text = utf8(`xieban-fingerprint-v1\n${card.office}\n${card.officeKey}`);
  const digest = hashing.hash(text, suiteOfKey(card.officeKey));
  const group = (i: number): string => {
    const digits = Number(BigInt(`0x${digest.slice(i * 10, i * 10 + 10)}`) % 100_000n);
    return String(digits).padStart(5, '0');
  };
  return [0, 1, 2, 3, 4, 5].map(group).join(' ');
}
