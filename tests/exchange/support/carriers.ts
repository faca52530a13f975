import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createCourierTransport } from '#electron/exchange/courier.ts';
import { createFolderTransport } from '#electron/exchange/folder.ts';
import type { Transport } from '#electron/exchange/transport.ts';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import type { ProgramName } from '../../../build/test/programs.ts';
import { linkOf, named, oneServer, usualMembers } from './nats-exchange.ts';

/** A carrier under test: how it is made over a folder that exists. */
export type Carrier = { readonly name: string; readonly over: (root: string) => Transport };

/** Every carrier whose bytes lie in files. */
export const carriers: readonly Carrier[] = [
  { name: 'folder', over: createFolderTransport },
  { name: 'courier', over: createCourierTransport },
];

/** The two offices of these tests. */
export const us = 'qingpu-arb' as OfficeId;
export const them = 'wujiang-arb' as OfficeId;

/** A fresh folder to carry through. */
export function freshRoot(): string {
  const root = join(tempFolder(), 'shared');
  mkdirSync(root);
  return root;
}

/** A carrier between two offices, with what can happen to it. */
export type Way = {
  /** What `us` and `them` speak through. */
  readonly ours: Transport;
  readonly theirs: Transport;
  /** Another writer of ours, or ours after a restart. */
  readonly again: () => Transport;
  /** `them` after the program was killed. */
  readonly restarted: () => Promise<Transport>;
  readonly leave: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  readonly comeBackEmpty: () => Promise<void>;
};

/** A carrier the one conformance suite is held to; `program` must be installed for it. */
export type AnyCarrier = { readonly name: string; readonly program?: ProgramName; readonly open: () => Promise<Way> };

function wayOverFiles(over: (root: string) => Transport): Way {
  const root = freshRoot();
  return {
    ...{ ours: over(root), theirs: over(root), again: () => over(root) },
    restarted: () => Promise.resolve(over(root)),
    leave: () => Promise.resolve(renameSync(root, `${root}-away`)),
    comeBack: () => Promise.resolve(renameSync(`${root}-away`, root)),
    comeBackEmpty: async () => {
      mkdirSync(root);
    },
  };
}

async function wayOverNats(): Promise<Way> {
  const members = usualMembers();
  const server = await oneServer(members);
  const at = (office: OfficeId): Transport => linkOf([server.url], named(members, office)).transport;
  const [ours, theirs] = [at(us), at(them)];
  // Both have been there before: their inboxes are made.
  for (const [transport, office] of [[ours, us] as const, [theirs, them] as const]) {
    unwrap(await transport.receive(office, new Set()));
  }
  return {
    ...{ ours, theirs, again: () => at(us) },
    restarted: () => Promise.resolve(at(them)),
    ...{ leave: server.kill, comeBack: server.start },
    comeBackEmpty: async () => {
      server.wipe();
      await server.start();
    },
  };
}

/** Every carrier there is. */
export const everyCarrier: readonly AnyCarrier[] = [
  ...carriers.map(({ name, over }) => ({ name, open: () => Promise.resolve(wayOverFiles(over)) })),
  { name: 'NATS server', program: 'nats-server', open: wayOverNats },
];

/** Bytes with the hash they are handed over under. */
export function parcel(content: string | Uint8Array): { readonly id: string; readonly bytes: Uint8Array } {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { id: suiteOne.hash(bytes), bytes };
}
