import type { DeviceId } from '#shared/base/ids.ts';
import { suiteOfKey } from './device-key.ts';
import type { SuiteId } from './entry.ts';
import type { PartnerCard } from './partner-card.ts';

/** A device of an office and the public key it signs with. */
export type CardDevice = { readonly device: DeviceId; readonly key: string };

/** The receiving device of a card under each of its keys: one, or one a suite. */
export function devicesOf(card: Pick<PartnerCard, 'intake' | 'also'>): readonly CardDevice[] {
  return card.also ? [card.intake, card.also] : [card.intake];
}

/** The receiving device as it is named in requests of a suite; undefined when the office has no key of it. */
export function deviceIn(card: Pick<PartnerCard, 'intake' | 'also'>, suite: SuiteId): CardDevice | undefined {
  return devicesOf(card).find(({ key }) => suiteOfKey(key) === suite);
}

/**
 * The suite a request between two offices is written in, by both their cards: s2 only when both name it, s1 when both name
 * that one, undefined when they have none in common.
 */
export function requestSuite(
  ours: Pick<PartnerCard, 'suites'>,
  theirs: Pick<PartnerCard, 'suites'>,
): SuiteId | undefined {
  return (['s2', 's1'] as const).find((suite) => ours.suites.includes(suite) && theirs.suites.includes(suite));
}
