import type { WriteDb } from '#electron/store/db.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { shanghaiDate } from '#shared/base/local-date.ts';
import { newerCard } from '#shared/protocol/newer-card.ts';
import type { Package } from '#shared/protocol/package.ts';
import { writeCard } from '#shared/protocol/partner-card.ts';
import { append } from '../journal/append.ts';
import { heldCard } from '../partner/held-card.ts';
import { shownName } from '../partner/read-partner-card.ts';
import { deviceActor } from '../session/new-device.ts';
import type { Exchange } from './run-step.ts';

/**
 * Takes a later card of a known partner that came in its package, before the package is believed. The fact says from which
 * version to which, so that people can see that it was renewed without them.
 */
export function takeNewerCard(tx: WriteDb, exchange: Exchange, from: OfficeId, read: Package): void {
  const { open, clock, random } = exchange;
  const held = heldCard(tx, from, open);
  const taken = newerCard(read, held, { hashing: open.suite, verifying: open.suite });
  if (!held || !taken) return;
  const at = clock.now();
  const moment = { at, today: shanghaiDate(at) };
  const { card, document, hash } = taken;
  const versions = { from: held.card.version, to: card.version };
  const facts = { office: card.office, region: card.region, card: hash, confirmed: false, by: 'package', ...versions };
  const content = { name: shownName(card), card: writeCard(document) };
  append(tx, { open, random, moment, me: deviceActor }, [{ kind: 'partner.added', on: moment.today, facts, content }]);
}
