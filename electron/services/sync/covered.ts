import type { Transport } from '#electron/exchange/transport.ts';
import { readSetting, writeSetting } from '#electron/store/tables/settings.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { inOneTransaction } from '../journal/append.ts';
import type { Exchange } from './run-step.ts';

/** Ids remembered at most; older ones stay lying, which costs room and nothing else. */
const mostKept = 500;

const settingOf = (partner: OfficeId): string => `exchange.covered.${partner}`;

function coveredBy(exchange: Exchange, partner: OfficeId): readonly string[] {
  const text = readSetting(exchange.open.store.db, settingOf(partner)) ?? '';
  return text === '' ? [] : text.split(' ');
}

function keep(exchange: Exchange, partner: OfficeId, ids: readonly string[]): void {
  inOneTransaction(exchange, (tx) => ok(writeSetting(tx, settingOf(partner), ids.slice(-mostKept).join(' '))));
}

/**
 * Remembers bundles of ours that the partner's receipt covers. The receipt may have come by stick while their folder was
 * out of reach: they are taken back when it is there again.
 */
export function noteCovered(exchange: Exchange, partner: OfficeId, bundles: readonly string[]): void {
  if (bundles.length > 0) keep(exchange, partner, [...coveredBy(exchange, partner), ...bundles]);
}

/** Takes our covered bundles back from a partner's folder; what does not work now is tried again in the next round. */
export async function takeBackCovered(exchange: Exchange, transport: Transport, partner: OfficeId): Promise<void> {
  const ids = coveredBy(exchange, partner);
  const left: string[] = [];
  for (const id of ids) {
    const gone = await transport.takeBack(partner, id);
    if (!gone.ok) left.push(id);
  }
  if (left.length < ids.length) keep(exchange, partner, left);
}
