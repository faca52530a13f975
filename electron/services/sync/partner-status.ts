import { missingFilesFrom } from '#electron/store/tables/arrived.ts';
import { lastGivenAt } from '#electron/store/tables/bundles.ts';
import { heldFromOffice } from '#electron/store/tables/held-entries.ts';
import { findLink } from '#electron/store/tables/links.ts';
import type { PartnerRow } from '#electron/store/tables/partners.ts';
import { lastHeardAt } from '#electron/store/tables/receipts.ts';
import { shanghaiDate, shanghaiTime } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { type Link, receiptedUpTo } from '#shared/protocol/link.ts';
import type { OpenOffice } from '../context.ts';
import { lastProof } from './last-proof.ts';

/** How the exchange with one partner stands. */
export type PartnerStatus = CallOutput<'sync.status'>['partners'][number];

/** 'YYYY-MM-DD HH:MM' of Asia/Shanghai. */
export function moment(ms: number): string {
  return `${shanghaiDate(ms)} ${shanghaiTime(ms)}`;
}

/** What a person must look at, the gravest first: a failure code, or null. */
function problemOf(open: OpenOffice, partner: PartnerRow, link: Link | undefined): string | null {
  const { db } = open.store;
  if (link?.doubt && link.doubt.kind !== 'refuted') return 'sync.own-rollback';
  if (heldFromOffice(db, partner.office, 'fork', 1).length > 0) return 'sync.fork';
  if (heldFromOffice(db, partner.office, 'rejected', 1).length > 0) return 'sync.entry-rejected';
  return partner.confirmed ? null : 'sync.fingerprint-unconfirmed';
}

/** How the exchange with a partner stands, in entries of our stream and of theirs; its ways are asked for apart. */
export function partnerStatus(open: OpenOffice, partner: PartnerRow): Omit<PartnerStatus, 'reachable' | 'ways'> {
  const { db } = open.store;
  const link = findLink(db, partner.office);
  const ours = link?.out.n ?? 0;
  const theyHold = link ? receiptedUpTo(link) : 0;
  const given = Math.max(link?.given ?? 0, theyHold);
  const heard = lastHeardAt(db, partner.office);
  const sent = lastGivenAt(db, partner.office);
  const incoming = Object.values(link?.incoming ?? {});
  return {
    office: partner.office,
    name: partner.name,
    lastHeard: heard === undefined ? null : moment(heard),
    lastSent: sent === undefined ? null : moment(sent),
    local: ours - given,
    sent: given - theyHold,
    ...{ ours, theyHold },
    weHold: incoming.reduce((sum, { position }) => sum + position.n, 0),
    filesMissing: missingFilesFrom(db, partner.office, 200).length,
    proof: lastProof(db, partner.office),
    problem: problemOf(open, partner, link),
  };
}
