import { onTestFinished } from 'vitest';
import { makeNatsKey } from '#electron/exchange/nats/credentials.ts';
import { type InboxLimits, usualLimits } from '#electron/exchange/nats/inbox.ts';
import { type NatsLink, openNats } from '#electron/exchange/nats/nats-link.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { freePort } from '../../../build/dev/free-port.ts';
import { type NatsServer, natsServer, productionLines } from './nats-server.ts';
import { accounts, filled, type Member } from './templates.ts';

/** Bounds that fit a test: a package nobody took comes again soon. */
export const testLimits: InboxLimits = {
  ...{ ...usualLimits, inboxBytes: 64_000_000, filesBytes: 64_000_000 },
  ackWaitMs: 300,
};

/** An office of a test and the secret key it shows the server. */
export type TestMember = Member & { readonly seed: string };

/** An office with a fresh key, in a region, with the offices it works together with. */
export function member(office: string, region: string, partners: readonly string[]): TestMember {
  return { office, region, partners, ...makeNatsKey() };
}

/** 青浦 and 吴江 who work together, and 北京, whom nobody granted anything. */
export const usualMembers = (): readonly TestMember[] => [
  member('qingpu-arb', 'R310118', ['wujiang-arb']),
  member('wujiang-arb', 'R320509', ['qingpu-arb']),
  member('beijing-arb', 'R110000', []),
];

/** The files of a single server, as an operator makes them from the templates. */
export async function oneServerFiles(
  members: readonly Member[],
): Promise<{ url: string; files: Record<string, string> }> {
  const listen = `127.0.0.1:${await freePort()}`;
  const files = {
    'server.conf': filled('one-server.conf', { name: 'exchange-1', listen, store: 'STORE', room: '128GB' }),
    'production.conf': productionLines(),
    'encryption.conf': '# on loopback',
    'accounts.conf': accounts(members),
  };
  return { url: `nats://${listen}`, files };
}

/** One running server made of the templates. */
export async function oneServer(members: readonly Member[] = usualMembers()): Promise<NatsServer> {
  const { url, files } = await oneServerFiles(members);
  return natsServer(url, files);
}

/** An office's place on servers; closed with the test. */
export function linkOf(
  servers: readonly string[],
  { office, seed }: TestMember,
  limits: Partial<InboxLimits> = {},
): NatsLink {
  const settings = { office: office as OfficeId, servers, credentials: { type: 'nkey' as const, seed } };
  const link = openNats(settings, { ...testLimits, ...limits });
  onTestFinished(link.close);
  return link;
}

/** One of the members of a test. */
export function named(members: readonly TestMember[], office: string): TestMember {
  const found = members.find((one) => one.office === office);
  if (!found) throw new Error(`no member ${office}`);
  return found;
}
