import type { Transport } from '#electron/exchange/transport.ts';
import { readSetting, writeSetting } from '#electron/store/tables/settings.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { inOneTransaction } from '../journal/append.ts';
import type { Exchange } from './run-step.ts';
import { type WayKind, wayKinds } from './ways.ts';

/** Ids remembered at most; older ones stay lying, which costs room and nothing else. */
const mostKept = 500;

const settingOf = (kind: WayKind, partner: OfficeId): string => `exchange.covered.${kind}.${partner}`;

function coveredBy(exchange: Exchange, kind: WayKind, partner: OfficeId): readonly string[] {
  const text = readSetting(exchange.open.store.db, settingOf(kind, partner)) ?? '';
  return text === '' ? [] : text.split(' ');
}

function keep(exchange: Exchange, kind: WayKind, partner: OfficeId, ids: readonly string[]): void {
  const text = ids.slice(-mostKept).join(' ');
  inOneTransaction(exchange, (tx) => ok(writeSetting(tx, settingOf(kind, partner), text)));
}

/**
 * Remembers bundles of ours that the partner's receipt covers. The receipt may have come another way while this one was
 * out of reach: they are taken back when it is there again.
 */
export function noteCovered(exchange: Exchange, partner: OfficeId, bundles: readonly string[]): void {
  if (bundles.length === 0) return;
  for (const kind of wayKinds) keep(exchange, kind, partner, [...coveredBy(exchange, kind, partner), ...bundles]);
}

/** Takes our covered bundles back from a carrier; what does not work now is tried again in the next round. */
export async function takeBackCovered(
  exchange: Exchange,
  kind: WayKind,
  transport: Transport,
  partner: OfficeId,
): Promise<void> {
  const gone = new Set<string>();
  for (const id of coveredBy(exchange, kind, partner)) {
    const taken = await transport.takeBack(partner, id);
    if (taken.ok) gone.add(id);
  }
  if (gone.size === 0) return;
  // More may have been covered meanwhile by what came another way.
  const left = coveredBy(exchange, kind, partner).filter((id) => !gone.has(id));
  keep(exchange, kind, partner, left);
}
