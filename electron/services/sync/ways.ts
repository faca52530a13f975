import type { NatsHealth, NatsLink } from '#electron/exchange/nats/nats-link.ts';
import type { Transport } from '#electron/exchange/transport.ts';
import type { PartnerRow } from '#electron/store/tables/partners.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import type { ServerSettings } from '../server/server-settings.ts';

/** The carriers that go rounds of their own; a stick is carried by a person. */
export const wayKinds = ['folder', 'server'] as const;

/** One of `wayKinds`. */
export type WayKind = (typeof wayKinds)[number];

/** One carrier with everybody it leads to. */
export type Way = {
  /** Names the way for as long as it is used; two partners with one folder share a way. */
  readonly id: string;
  readonly kind: WayKind;
  /** The folder's path; of a server its addresses. */
  readonly place: string;
  readonly transport: Transport;
  readonly offices: readonly OfficeId[];
};

/** A connection to the office's server. */
export type ServerLink = Pick<NatsLink, 'transport' | 'onArrival' | 'health' | 'close'>;

/** What a server tells of itself. */
export type ServerHealth = NatsHealth;

/** How carriers are made. Making one does nothing yet, and never fails. */
export type Carriers = {
  readonly folder: (path: string) => Transport;
  readonly server: (office: OfficeId, settings: ServerSettings) => ServerLink;
};

/** The office's server as it is set, with its connection. */
export type OpenServer = {
  readonly settings: ServerSettings;
  readonly link: ServerLink;
  /** How it stands as far as that is known at once; undefined before the first look. */
  readonly health: () => Promise<ServerHealth | undefined>;
};

function serverWay(partners: readonly PartnerRow[], server: OpenServer | undefined): readonly Way[] {
  const offices = partners.flatMap((partner) => (partner.server ? [partner.office] : []));
  if (!server || offices.length === 0) return [];
  const place = server.settings.servers.join(' ');
  return [{ id: `server:${place}`, kind: 'server', place, transport: server.link.transport, offices }];
}

/** Every way the partners are reached by; a partner may stand in several. */
export function waysOf(
  partners: readonly PartnerRow[],
  folder: Carriers['folder'],
  server: OpenServer | undefined,
): readonly Way[] {
  const folders = new Set(partners.flatMap((partner) => (partner.folder === '' ? [] : [partner.folder])));
  const shared = [...folders].map((place): Way => {
    const offices = partners.flatMap((partner) => (partner.folder === place ? [partner.office] : []));
    return { id: `folder:${place}`, kind: 'folder', place, transport: folder(place), offices };
  });
  return [...shared, ...serverWay(partners, server)];
}
