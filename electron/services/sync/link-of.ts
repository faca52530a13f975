import type { ReadDb } from '#electron/store/db.ts';
import { findLink } from '#electron/store/tables/links.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import type { Random } from '#shared/base/ports.ts';
import { type Link, newLink } from '#shared/protocol/link.ts';

/** 32 random hex characters. */
export function freshNonce(random: Random): string {
  return Buffer.from(random.bytes(16)).toString('hex');
}

/** The link to a partner, a new one before the first exchange. */
export function linkOf(db: ReadDb, partner: OfficeId, random: Random): Link {
  return findLink(db, partner) ?? newLink(partner, freshNonce(random));
}
