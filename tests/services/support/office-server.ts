import { oneServerFiles } from '#tests/exchange/support/nats-exchange.ts';
import { type NatsServer, natsServer } from '#tests/exchange/support/nats-server.ts';
import type { ExchangeOffice } from './exchange-office.ts';

/** What is asked of an office that goes on a server. */
type OnServer = Pick<ExchangeOffice, 'id' | 'ask' | 'round'>;

/**
 * A real server on which two offices of two regions are known by the keys they made themselves, and both of them set to use
 * it for each other.
 */
export async function officeServer(one: OnServer, other: OnServer): Promise<NatsServer> {
  const made = [await one.ask('server.makeKey', {}), await other.ask('server.makeKey', {})];
  const members = [one, other].map(({ id }, at) => ({
    ...{ office: id, region: `R${at}`, seed: '', publicKey: made[at]?.publicKey ?? '' },
    partners: [at === 0 ? other.id : one.id],
  }));
  const { url, files } = await oneServerFiles(members);
  // Room for the inboxes as the product makes them.
  const roomy = Object.entries(files).map(([name, text]) => [
    name,
    text.replace('1GB', '64GB').replaceAll('256MB', '16GB'),
  ]);
  const server = await natsServer(url, Object.fromEntries(roomy));
  for (const [office, partner] of [[one, other] as const, [other, one] as const]) {
    await office.ask('server.set', { addresses: [server.url] });
    await office.ask('partner.setServer', { office: partner.id, on: true });
  }
  // Each has been there once: from then on it has an inbox.
  for (const office of [one, other]) await office.round();
  return server;
}
