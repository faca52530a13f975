import type { Transport } from '#electron/exchange/transport.ts';
import type { PartnerRow } from '#electron/store/tables/partners.ts';
import type { OfficeId } from '#shared/base/ids.ts';

/** The carriers that go rounds of their own; a stick is carried by a person. */
export const wayKinds = ['folder', 'server'] as const;

/** One of `wayKinds`. */
export type WayKind = (typeof wayKinds)[number];

/** One carrier with everybody it leads to. */
export type Way = {
  /** Names the way for as long as it is used; two partners with one folder share a way. */
  readonly id: string;
  readonly kind: WayKind;
  /** The folder's path; empty for the office's server. */
  readonly place: string;
  readonly transport: Transport;
  readonly offices: readonly OfficeId[];
};

/** How carriers are made. */
export type Carriers = {
  readonly folder: (path: string) => Transport;
};

/** The id of the way through a folder. */
export const folderWay = (path: string): string => `folder:${path}`;

/** Every way the partners are reached by; a partner may stand in several. */
export function waysOf(partners: readonly PartnerRow[], carriers: Carriers): readonly Way[] {
  const folders = new Set(partners.flatMap(({ folder }) => (folder === '' ? [] : [folder])));
  return [...folders].map((place) => ({
    ...{ id: folderWay(place), kind: 'folder' as const, place, transport: carriers.folder(place) },
    offices: partners.flatMap(({ office, folder }) => (folder === place ? [office] : [])),
  }));
}
