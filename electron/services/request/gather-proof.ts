import type { ReadDb } from '#electron/store/db.ts';
import { knownKeys } from '#electron/store/tables/device-keys.ts';
import { officeDevices } from '#electron/store/tables/devices.ts';
import { chainHead } from '#electron/store/tables/entries.ts';
import { heldOfChain } from '#electron/store/tables/held-entries.ts';
import { findPartner } from '#electron/store/tables/partners.ts';
import { rawEntries, takenCards } from '#electron/store/tables/proof-rows.ts';
import type { RequestRow } from '#electron/store/tables/requests.ts';
import type { DeviceId } from '#shared/base/ids.ts';
import { requestChain } from '#shared/protocol/chain-id.ts';
import { certifyDevice } from '#shared/protocol/device-certificate.ts';
import type { SealedEntry } from '#shared/protocol/entry.ts';
import { readCard, type SignedCard } from '#shared/protocol/partner-card.ts';
import type { ProofContent, ProofEntry } from '#shared/protocol/proof/proof-file.ts';
import { isRecord, parseJson } from '#shared/protocol/read-json.ts';
import { devicesOf } from '#shared/protocol/request-suite.ts';
import type { SignedDocument } from '#shared/protocol/signed-document.ts';
import type { OpenOffice } from '../context.ts';
import { ownCard } from '../partner/own-card.ts';
import { gatherStreams } from './gather-streams.ts';

/** The device a header or a receipt names; undefined where somebody made it unreadable, which the check will say. */
function deviceIn(text: string): string | undefined {
  const value = parseJson(text);
  const device = isRecord(value) ? value['device'] : undefined;
  return typeof device === 'string' ? device : undefined;
}

/** The partner's card held, and earlier ones of it where a device signed that only those name. */
function partnerCards(db: ReadDb, row: RequestRow, open: OpenOffice, signers: ReadonlySet<string>): SignedCard[] {
  const ports = { hashing: open.suite, verifying: open.suite };
  const readAll = (files: readonly string[]): SignedCard[] =>
    files.flatMap((file) => {
      const read = readCard(file, ports);
      return read.ok && read.value.card.office === row.partner ? [read.value] : [];
    });
  const held = readAll([findPartner(db, row.partner)?.card ?? '']);
  const known = new Set<string>([
    open.device,
    ...ownDevices(db, open).keys(),
    ...held.flatMap((one) => devicesOf(one.card).map(({ device }) => device)),
  ]);
  if ([...signers].every((device) => known.has(device))) return held;
  const earlier = readAll(takenCards(db, row.partner)).filter(({ hash }) => held.every((one) => one.hash !== hash));
  return [...held, ...new Map(earlier.map((one) => [one.hash, one])).values()];
}

/** Every device of ours: those that wrote this data, and those whose entries came back with a certificate. */
function ownDevices(db: ReadDb, open: OpenOffice): ReadonlyMap<DeviceId, string> {
  const certified = knownKeys(db, open.office).map(({ device, key }) => [device, key] as const);
  return new Map([...certified, ...officeDevices(db)]);
}

/** The office root key's word for the devices of ours that the card does not name: those before a restore. */
function ownCertificates(db: ReadDb, card: SignedCard, open: OpenOffice): readonly SignedDocument[] {
  const root = open.suite.signing(open.keys.root);
  const others = [...ownDevices(db, open)].filter(([device]) => device !== card.card.intake.device);
  return others.map(([device, key]) =>
    certifyDevice({ v: 1, office: open.office, device, key, from: card.card.validFrom, to: null }, root),
  );
}

function forksOf(db: ReadDb, row: RequestRow): readonly SealedEntry[] {
  const held = (['r', 'e'] as const).flatMap((side) => heldOfChain(db, requestChain(row.id, side)));
  const forks = held.filter(({ state }) => state === 'fork');
  return forks.map(({ id, header, signature }) => ({ id, header, signature }));
}

/**
 * Everything of a request that a third party needs to check it, read from the database as it lies there. `bodies` says
 * whether the texts go along: without them nothing that names a person is in it.
 */
export function gatherProof(open: OpenOffice, row: RequestRow, bodies: boolean): ProofContent | undefined {
  const { db } = open.store;
  const own = ownCard(open);
  if (!own) return undefined;
  const [r, e] = (['r', 'e'] as const).map((side) => rawEntries(db, requestChain(row.id, side)));
  const ours = requestChain(row.id, row.direction === 'out' ? 'r' : 'e');
  const streams = gatherStreams(db, open, row.partner, ours);
  const texts = [r ?? [], e ?? []].flatMap((chain) => chain.map(({ header }) => header));
  const receipts = streams.flatMap((stream) => stream.receipts.map(({ text }) => text));
  const signers = new Set([...texts, ...receipts].flatMap((text) => deviceIn(text) ?? []));
  const carried = (chain: readonly ProofEntry[] = []): readonly ProofEntry[] =>
    bodies ? chain : chain.map((item) => ({ ...item, body: null }));
  const head = (side: 'r' | 'e') => chainHead(db, requestChain(row.id, side)) ?? null;
  return {
    ...{ Format: 'xieban-proof', v: 1, suite: open.suite.id, request: row.id },
    maker: { office: open.office, device: open.device },
    heads: { r: head('r'), e: head('e') },
    ...{ r: carried(r), e: carried(e), beside: forksOf(db, row) },
    cards: [own, ...partnerCards(db, row, open, signers)].map(({ document }) => document),
    certificates: ownCertificates(db, own, open),
    streams,
  };
}
