import type { DataKey } from '#electron/sealing/data-key.ts';
import { type DeviceKeys, writeDeviceKeys } from '#electron/sealing/device-keys.ts';
import { suiteOf } from '#electron/sealing/suites.ts';
import type { WriteDb } from '#electron/store/db.ts';
import { saveLink } from '#electron/store/tables/links.ts';
import { readMeta, writeMeta } from '#electron/store/tables/meta.ts';
import { allPartners } from '#electron/store/tables/partners.ts';
import { agreedPast } from '#electron/store/tables/past-streams.ts';
import type { UserId } from '#shared/base/ids.ts';
import type { Moment, Random } from '#shared/base/ports.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { suiteOfKey } from '#shared/protocol/device-key.ts';
import { newLife } from '#shared/protocol/new-life.ts';
import type { OpenOffice } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { forgetServer } from '../server/server-settings.ts';
import { freshNonce, linkOf } from '../sync/link-of.ts';
import { alsoKeys } from './also-keys.ts';
import { deviceFacts } from './device-fact.ts';
import { custodyFailure } from './session-failure.ts';

/** The present and randomness, as far as opening needs them. */
export type Opening = { readonly random: Random; readonly moment: Moment };

/** Stands as the actor of what the device writes by itself. */
export const deviceActor = 'device' as UserId;

/** Gives the device in whose folder an older copy was found other signing keys: its chain must not be continued. */
export function renewDeviceKey(
  folder: string,
  dataKey: DataKey,
  keys: DeviceKeys,
  random: Random,
): Result<DeviceKeys, Failure> {
  const suite = suiteOf(suiteOfKey(keys.signing.publicKey));
  const renewed = { ...keys, signing: suite.makeSigningKeys(random), ...alsoKeys(suite.id, random) };
  const written = writeDeviceKeys(folder, dataKey, renewed, random);
  return written.ok ? ok(renewed) : err(custodyFailure(written.error));
}

/**
 * Every partner is asked for what the devices before this one wrote, beyond what it has signed for just as it is here;
 * nothing is written into requests with it until it has answered.
 */
function askBack(tx: WriteDb, { random, moment }: Opening): void {
  for (const { office } of allPartners(tx)) {
    const asking = { nonce: freshNonce(random), streams: agreedPast(tx, office), at: moment.at };
    saveLink(tx, newLife(linkOf(tx, office, random), freshNonce(random), asking));
  }
}

/**
 * First entries of a device in data that another device wrote before: from here on this one continues alone, and is known
 * to no server yet.
 */
export function introduceDevice(tx: WriteDb, open: OpenOffice, opening: Opening): void {
  writeMeta(tx, 'device', open.device);
  // Later than the life before whatever the clock says: partners take none but a later card.
  const before = Number(readMeta(tx, 'life-began') ?? 0);
  writeMeta(tx, 'life-began', `${Math.max(opening.moment.at, before + 1_000_000)}`);
  forgetServer(tx);
  askBack(tx, opening);
  append(tx, { ...opening, open, me: deviceActor }, deviceFacts(open, opening.moment.today));
}

/**
 * Makes the data know the device whose keys lie beside it. Also mends a renewal that was interrupted between the key
 * file and the database.
 */
export function settleDevice(open: OpenOffice, opening: Opening): Result<void, Failure> {
  if (readMeta(open.store.db, 'device') === open.device) return ok(undefined);
  return inOneTransaction({ open }, (tx) => ok(introduceDevice(tx, open, opening)));
}
