import type { ReadDb } from '#electron/store/db.ts';
import { findLink } from '#electron/store/tables/links.ts';
import { readMeta } from '#electron/store/tables/meta.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import type { Random } from '#shared/base/ports.ts';
import { type Link, newLink } from '#shared/protocol/link.ts';
import { newLife } from '#shared/protocol/new-life.ts';

/** 32 random hex characters. */
export function freshNonce(random: Random): string {
  return Buffer.from(random.bytes(16)).toString('hex');
}

/**
 * The link to a partner, a new one before the first exchange. In data another device wrote before, a partner that is not
 * known here may hold requests of ours all the same: it is asked for everything.
 */
export function linkOf(db: ReadDb, partner: OfficeId, random: Random): Link {
  const known = findLink(db, partner);
  if (known) return known;
  const fresh = newLink(partner, freshNonce(random));
  const began = readMeta(db, 'life-began');
  if (began === undefined) return fresh;
  return newLife(fresh, fresh.nonce, { nonce: freshNonce(random), streams: [], at: Number(began) });
}
